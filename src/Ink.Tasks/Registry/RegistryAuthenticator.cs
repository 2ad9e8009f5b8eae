using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization;
using Ink.Tasks.Errors;

namespace Ink.Tasks.Registry;

/// <summary>
/// Answers a registry's challenge: Basic with the credentials, or a Bearer token fetched with or without them
/// (https://distribution.github.io/distribution/spec/auth/token/ and …/oauth/).
/// </summary>
internal sealed class RegistryAuthenticator(RegistryHost host, RegistryTransport transport, CredentialSources credentials)
{
    private RegistryCredential? _credential;
    private bool _asked;

    /// <summary>Whether the last answer held credentials, which decides what to advise when it was not enough.</summary>
    public bool HadCredentials => _credential is not null;

    /// <summary>The header that answers a challenge; null where there is nothing to answer with.</summary>
    /// <param name="challenge">The challenge.</param>
    /// <param name="repository">The repository to be read.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="InkException">INK4002: the token is refused. INK4006: the answer is malformed.</exception>
    public async Task<AuthenticationHeaderValue?> AnswerAsync(AuthChallenge challenge, string repository, CancellationToken cancellationToken)
    {
        if (!_asked) _credential = await credentials.FindAsync(host, cancellationToken);
        _asked = true;
        if (!challenge.IsBearer)
            return _credential is { IsIdentityToken: false } known ? new AuthenticationHeaderValue("Basic", known.Basic) : null;

        var realm = CheckedRealm(challenge.Realm);
        var parameters = new List<KeyValuePair<string, string>> { new("scope", challenge.Scope ?? $"repository:{repository}:pull") };
        if (challenge.Service is { } service) parameters.Add(new("service", service));
        using var response = await transport.SendAsync(() => MakeRequest(realm, parameters), cancellationToken);
        if (!response.IsSuccessStatusCode)
        {
            var said = await RegistryError.ReadAsync(response, cancellationToken);
            throw RegistryError.Refused(host, HadCredentials, $"no token from '{realm.Host}', {said}");
        }

        return new AuthenticationHeaderValue("Bearer", await ReadTokenAsync(response, cancellationToken));
    }

    private HttpRequestMessage MakeRequest(Uri realm, List<KeyValuePair<string, string>> parameters)
    {
        if (_credential is { IsIdentityToken: true } token)
        {
            // An identity token is an OAuth2 refresh token: it goes in the body, never in an address.
            return new HttpRequestMessage(HttpMethod.Post, realm)
            {
                Content = new FormUrlEncodedContent(
                    [new("grant_type", "refresh_token"), new("client_id", "ink"), new("refresh_token", token.Secret), .. parameters]),
            };
        }

        var query = string.Join('&', parameters.Select(pair => $"{pair.Key}={Uri.EscapeDataString(pair.Value)}"));
        var address = new UriBuilder(realm) { Query = realm.Query.Length > 1 ? $"{realm.Query[1..]}&{query}" : query };
        var request = new HttpRequestMessage(HttpMethod.Get, address.Uri);
        if (_credential is { } user) request.Headers.Authorization = new AuthenticationHeaderValue("Basic", user.Basic);
        return request;
    }

    // The registry names the place that the credentials are sent to, so it must at least be one that TLS protects.
    private Uri CheckedRealm(string? text)
    {
        var isFine = Uri.TryCreate(text, UriKind.Absolute, out var realm)
            && (realm.Scheme == Uri.UriSchemeHttps || (realm.Scheme == Uri.UriSchemeHttp && host.IsInsecure));
        return isFine ? realm! : throw new InkException(
            ErrorCodes.Digest, $"The registry '{host.Name}' sends for tokens to '{text}', which is not an https address. Nothing was sent there; ask whoever runs the registry.");
    }

    private async Task<string> ReadTokenAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            var answer = JsonSerializer.Deserialize<TokenAnswer>(await response.Content.ReadAsByteArrayAsync(cancellationToken));
            if ((answer?.Token ?? answer?.AccessToken) is { Length: > 0 } token)
            {
                Masking.Register(token);
                return token;
            }
        }
        catch (JsonException)
        {
            // Said below, without the parser's message: it may quote the token.
        }

        throw new InkException(ErrorCodes.Digest, $"The registry '{host.Name}' answered a request for a token without a token. Ask whoever runs it.");
    }

    private sealed record TokenAnswer(
        [property: JsonPropertyName("token")] string? Token, [property: JsonPropertyName("access_token")] string? AccessToken);
}
