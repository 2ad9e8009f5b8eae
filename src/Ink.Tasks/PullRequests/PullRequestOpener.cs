using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Ink.Tasks.Errors;

namespace Ink.Tasks.PullRequests;

/// <summary>What became of a pull request.</summary>
/// <param name="Url">Its page, or the one at which a person opens it; null where the host is not known.</param>
/// <param name="IsOpen">Whether it is open.</param>
/// <param name="Fault">Why it could not be opened, though a token is there.</param>
internal sealed record PullRequestOutcome(string? Url, bool IsOpen, string? Fault);

/// <summary>Opens a pull request, or finds the one that is open: a deploy that is called again updates its branch.</summary>
/// <param name="repository">The repository.</param>
/// <param name="environment">Reads a variable: tokens.</param>
/// <param name="apiUrl">The API's root, where it is not where the host usually has it.</param>
internal sealed class PullRequestOpener(HostedRepository repository, Func<string, string?> environment, string? apiUrl)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly HostApi _api = HostApi.Of(repository.Host);

    /// <summary>The token, if one is set.</summary>
    public string? Token => _api.TokenVariables.Select(environment).FirstOrDefault(token => !string.IsNullOrEmpty(token));

    /// <summary>Opens it where a token is set; else gives the address at which a person does.</summary>
    public async Task<PullRequestOutcome> OpenAsync(PullRequest request, CancellationToken cancellationToken)
    {
        var compare = request.CompareUrl(repository);
        if (Token is not { } token) return new PullRequestOutcome(compare, IsOpen: false, Fault: null);
        Masking.Register(token);
        var root = (apiUrl ?? _api.Root(repository)).TrimEnd('/');
        if (!Uri.TryCreate(root, UriKind.Absolute, out var uri) || !(uri.Scheme == "https" || (uri.Scheme == "http" && uri.IsLoopback)))
            return new PullRequestOutcome(compare, IsOpen: false, $"the API '{root}' is not reached over https, and a token goes nowhere else");
        // Elsewhere than the host that the token is for, it must not go.
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { Timeout = Patience };
        http.DefaultRequestHeaders.UserAgent.ParseAdd("Ink");
        _api.Authorize(http.DefaultRequestHeaders, token);
        try
        {
            using var listing = await http.GetAsync($"{root}/{_api.List(repository, request)}", cancellationToken);
            var open = await ReadAsync(listing, cancellationToken);
            // A list, or one inside of an object with paging.
            var found = (open as JsonArray ?? open["values"] as JsonArray ?? open["value"] as JsonArray ?? []).OfType<JsonObject>().FirstOrDefault(one => _api.IsOurs(one, request));
            if (found is null)
            {
                using var created = await http.PostAsJsonAsync($"{root}/{_api.Create(repository)}", _api.Body(request), cancellationToken);
                found = await ReadAsync(created, cancellationToken) as JsonObject;
            }

            return new PullRequestOutcome(found is null ? compare : _api.UrlOf(repository, found) ?? compare, IsOpen: true, Fault: null);
        }
        catch (Exception error) when (error is HttpRequestException or JsonException || (error is TaskCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return new PullRequestOutcome(compare, IsOpen: false, error.Message);
        }
    }

    private static async Task<JsonNode> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var text = await response.Content.ReadAsStringAsync(cancellationToken);
        if (response.IsSuccessStatusCode) return JsonNode.Parse(text) ?? new JsonObject();
        throw new HttpRequestException($"{response.RequestMessage!.Method} {response.RequestMessage.RequestUri!.GetLeftPart(UriPartial.Path)} gave {(int)response.StatusCode}: {(text.Length > 300 ? text[..300] + "…" : text).ReplaceLineEndings(" ")}");
    }
}
