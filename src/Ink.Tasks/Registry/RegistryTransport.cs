using System.Net;
using Ink.Tasks.Errors;
using Polly;
using Polly.Timeout;

namespace Ink.Tasks.Registry;

/// <summary>
/// Sends one request to a registry: repeated after 429, 5xx and broken connections, redirected without taking the
/// Authorization header to another host, over plain HTTP only where the registry is named insecure and does not speak TLS.
/// </summary>
internal sealed class RegistryTransport : IDisposable
{
    private const int MostRedirects = 5;

    // Far more than any real manifest; the specification asks registries to take at least 4 MiB.
    private const long LongestAnswer = 16 * 1024 * 1024;

    private readonly RegistryHost _host;
    private readonly HttpMessageInvoker _http;
    private readonly ResiliencePipeline<HttpResponseMessage> _pipeline;
    private volatile bool _plain;

    public RegistryTransport(RegistryHost host, RegistryOptions options)
    {
        _host = host;
        _http = new HttpMessageInvoker(options.Transport(host));
        _pipeline = RegistryRetry.ForRequests(options);
    }

    /// <summary>The registry's own address, by the protocol it was found to speak.</summary>
    public Uri BaseAddress => new($"{(_plain ? "http" : "https")}://{_host.ApiHost}/");

    /// <summary>Whether two addresses are the same server's, so that what is secret to one is no secret to the other.</summary>
    public static bool IsSame(Uri one, Uri other) => one.Scheme == other.Scheme && one.Authority == other.Authority;

    /// <summary>Sends a request as often as it takes. Any status is a result.</summary>
    /// <param name="make">Makes the request: each try needs its own.</param>
    /// <param name="isAnswerStreamed">Whether the body is left to the caller; else it is read, and counts as part of the try.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="InkException">INK4002: no answer. INK4006: an answer too long to be one.</exception>
    public async Task<HttpResponseMessage> SendAsync(Func<HttpRequestMessage> make, bool isAnswerStreamed, CancellationToken cancellationToken)
    {
        try
        {
            return await _pipeline.ExecuteAsync(async token => await TryAsync(make, isAnswerStreamed, token), cancellationToken);
        }
        catch (HttpRequestException tooLong) when (tooLong.HttpRequestError == HttpRequestError.ConfigurationLimitExceeded)
        {
            throw new InkException(
                ErrorCodes.Digest, $"The registry '{_host.Name}' answered with more than {LongestAnswer / 1024 / 1024} MiB where a manifest was asked for. Ask whoever runs it.", tooLong);
        }
        catch (Exception error) when (RegistryRetry.IsConnection(error))
        {
            throw Unreachable(error);
        }
    }

    /// <summary>Sends a request once, for bodies that cannot be had twice.</summary>
    /// <exception cref="HttpRequestException">The connection broke, or there was none.</exception>
    /// <exception cref="IOException">Likewise.</exception>
    public async Task<HttpResponseMessage> SendOnceAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            return await _http.SendAsync(request, cancellationToken);
        }
        catch (OperationCanceledException late) when (!cancellationToken.IsCancellationRequested)
        {
            // The handler's own limit for making a connection, in the form of a cancellation that nobody asked for.
            throw new HttpRequestException(HttpRequestError.ConnectionError, $"no connection was made in time ({late.InnerException?.Message ?? late.Message})", late);
        }
    }

    /// <summary>What a user is told of a registry that gives no answer.</summary>
    public InkException Unreachable(Exception error)
    {
        var words = Words(error);
        return new InkException(
            ErrorCodes.Registry, $"The registry '{_host.Name}' cannot be reached: {words}. Check InkRegistry, the network and the proxy.{Advice(error, words)}", error);
    }

    /// <inheritdoc />
    public void Dispose() => _http.Dispose();

    // "The SSL connection could not be established, see inner exception." tells a reader nothing: the inner one is what they need.
    private static string Words(Exception error)
    {
        const string Elsewhere = ", see inner exception.";
        var words = error.InnerException is { } inner && error.Message.EndsWith(Elsewhere, StringComparison.Ordinal)
            ? $"{error.Message[..^Elsewhere.Length]}: {inner.Message}"
            : error.Message;
        return words.TrimEnd('.');
    }

    private string Advice(Exception error, string words)
    {
        if (_host.IsInsecure || error is not HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError }) return "";
        return words.Contains("certificate", StringComparison.OrdinalIgnoreCase)
            ? " If an authority of your own signed its certificate, this machine has to trust that authority; on Linux SSL_CERT_FILE names a file of trusted certificates."
            : $" If it speaks plain HTTP, name it in DOTNET_CONTAINER_INSECURE_REGISTRIES ('{_host.Name}').";
    }

    private async Task<HttpResponseMessage> TryAsync(Func<HttpRequestMessage> make, bool isAnswerStreamed, CancellationToken cancellationToken)
    {
        var response = await FollowAsync(make, cancellationToken);
        // What says why it failed is short and wanted whole, too.
        if (isAnswerStreamed && response.IsSuccessStatusCode) return response;
        try
        {
            await response.Content.LoadIntoBufferAsync(LongestAnswer, cancellationToken);
            return response;
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }

    private async Task<HttpResponseMessage> FollowAsync(Func<HttpRequestMessage> make, CancellationToken cancellationToken)
    {
        var request = make();
        var asked = request.RequestUri!;
        for (var redirects = 0; ; redirects++)
        {
            var response = await SendOrFallBackAsync(request, make, cancellationToken);
            if (redirects == MostRedirects || !MayFollow(request, response.StatusCode) || response.Headers.Location is not { } location) return response;
            if (redirects == 0) asked = response.RequestMessage?.RequestUri ?? asked;
            var from = response.RequestMessage?.RequestUri ?? request.RequestUri!;
            var target = new Uri(from, location);
            // A redirect from TLS to plain HTTP is an attack or a mistake; the answer itself then says what is wrong.
            if (from.Scheme == Uri.UriSchemeHttps && target.Scheme != Uri.UriSchemeHttps) return response;
            response.Dispose();

            request = make();
            request.RequestUri = target;
            // Against where it began, not where it came from: a second redirect of the store that the first one led to stays in that store.
            if (!IsSame(target, asked)) request.Headers.Authorization = null;
        }
    }

    private async Task<HttpResponseMessage> SendOrFallBackAsync(HttpRequestMessage request, Func<HttpRequestMessage> make, CancellationToken cancellationToken)
    {
        try
        {
            return await SendOnceAsync(request, cancellationToken);
        }
        catch (HttpRequestException error) when (
            _host.IsInsecure && !_plain && request.RequestUri!.Authority == BaseAddress.Authority
            && error.HttpRequestError is HttpRequestError.SecureConnectionError or HttpRequestError.ConnectionError)
        {
            return await SendPlainAsync(make(), cancellationToken);
        }
    }

    private async Task<HttpResponseMessage> SendPlainAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var address = request.RequestUri!;
        request.RequestUri = new UriBuilder(address) { Scheme = Uri.UriSchemeHttp, Port = address.IsDefaultPort ? -1 : address.Port }.Uri;
        var response = await SendOnceAsync(request, cancellationToken);
        // Remembered only once it has worked: the registry may just not have been up yet.
        _plain = true;
        return response;
    }

    // A body may hold a token: what is not a question stays with whom it was meant for. 303 and its elders turn a POST into a GET.
    private static bool MayFollow(HttpRequestMessage request, HttpStatusCode status)
    {
        if (request.Content is not null) return false;
        var isQuestion = request.Method == HttpMethod.Get || request.Method == HttpMethod.Head;
        return (int)status is 307 or 308 || (isQuestion && (int)status is 301 or 302 or 303);
    }
}
