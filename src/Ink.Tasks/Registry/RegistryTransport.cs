using System.Net;
using System.Net.Http.Headers;
using Ink.Tasks.Errors;
using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace Ink.Tasks.Registry;

/// <summary>
/// Sends one request to a registry: repeated after 429, 5xx and broken connections, redirected without taking the
/// Authorization header to another host, over plain HTTP only where the registry is named insecure and does not speak TLS.
/// </summary>
internal sealed class RegistryTransport : IDisposable
{
    private const int MostRedirects = 5;

    private readonly RegistryHost _host;
    private readonly HttpMessageInvoker _http;
    private readonly ResiliencePipeline<HttpResponseMessage> _pipeline;
    private volatile bool _plain;

    public RegistryTransport(RegistryHost host, RegistryOptions options)
    {
        _host = host;
        _http = new HttpMessageInvoker(options.Transport(host));
        _pipeline = MakePipeline(options);
    }

    /// <summary>The registry's own address, by the protocol it was found to speak.</summary>
    public Uri BaseAddress => new($"{(_plain ? "http" : "https")}://{_host.ApiHost}/");

    /// <summary>Sends a request. Any status is a result.</summary>
    /// <param name="make">Makes the request: each try needs its own.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="InkException">INK4002: no answer.</exception>
    public async Task<HttpResponseMessage> SendAsync(Func<HttpRequestMessage> make, CancellationToken cancellationToken)
    {
        try
        {
            return await _pipeline.ExecuteAsync(async token => await FollowAsync(make, token), cancellationToken);
        }
        catch (Exception error) when (error is HttpRequestException or IOException or TimeoutRejectedException)
        {
            var insecure = error is HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } && !_host.IsInsecure
                ? $" If it speaks plain HTTP, name it in DOTNET_CONTAINER_INSECURE_REGISTRIES ('{_host.Name}')."
                : "";
            throw new InkException(
                ErrorCodes.Registry,
                $"The registry '{_host.Name}' cannot be reached: {Words(error)}. Check InkRegistry, the network and the proxy.{insecure}",
                error);
        }
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

    private async Task<HttpResponseMessage> FollowAsync(Func<HttpRequestMessage> make, CancellationToken cancellationToken)
    {
        var request = make();
        for (var redirects = 0; ; redirects++)
        {
            var response = await SendOnceAsync(request, make, cancellationToken);
            // A body may hold a token: what is not a question stays with whom it was meant for.
            if (request.Content is not null || redirects == MostRedirects || !IsRedirect(response.StatusCode) || response.Headers.Location is not { } location) return response;
            var from = response.RequestMessage?.RequestUri ?? request.RequestUri!;
            var target = new Uri(from, location);
            // A redirect from TLS to plain HTTP is an attack or a mistake; the answer itself then says what is wrong.
            if (from.Scheme == Uri.UriSchemeHttps && target.Scheme != Uri.UriSchemeHttps) return response;
            response.Dispose();

            request = make();
            request.RequestUri = target;
            if (target.Authority != from.Authority) request.Headers.Authorization = null;
        }
    }

    private async Task<HttpResponseMessage> SendOnceAsync(HttpRequestMessage request, Func<HttpRequestMessage> make, CancellationToken cancellationToken)
    {
        try
        {
            return await _http.SendAsync(request, cancellationToken);
        }
        catch (HttpRequestException error) when (
            _host.IsInsecure && !_plain && request.RequestUri!.Authority == BaseAddress.Authority
            && error.HttpRequestError is HttpRequestError.SecureConnectionError or HttpRequestError.ConnectionError)
        {
            return await SendPlainAsync(make, cancellationToken);
        }
    }

    private async Task<HttpResponseMessage> SendPlainAsync(Func<HttpRequestMessage> make, CancellationToken cancellationToken)
    {
        var answered = false;
        _plain = true;
        try
        {
            var response = await _http.SendAsync(make(), cancellationToken);
            answered = true;
            return response;
        }
        finally
        {
            // Remembered only once it has worked: the registry may just not have been up yet.
            _plain = answered;
        }
    }

    private static bool IsRedirect(HttpStatusCode status) => (int)status is 301 or 302 or 303 or 307 or 308;

    private static ResiliencePipeline<HttpResponseMessage> MakePipeline(RegistryOptions options)
    {
        var builder = new ResiliencePipelineBuilder<HttpResponseMessage>();
        if (options.Retries > 0)
        {
            builder.AddRetry(new RetryStrategyOptions<HttpResponseMessage>
            {
                ShouldHandle = outcome => ValueTask.FromResult(outcome.Outcome switch
                {
                    { Result: { } response } => (int)response.StatusCode is 408 or 429 or >= 500 and not 501,
                    { Exception: HttpRequestException or IOException or TimeoutRejectedException } => true,
                    _ => false,
                }),
                MaxRetryAttempts = options.Retries,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Delay = options.FirstDelay,
                MaxDelay = options.LongestDelay,
                // Null leaves the wait to the backoff.
                DelayGenerator = arguments => ValueTask.FromResult(Wanted(arguments.Outcome.Result?.Headers.RetryAfter, options.LongestDelay)),
                OnRetry = arguments =>
                {
                    arguments.Outcome.Result?.Dispose();
                    return default;
                },
            });
        }

        return builder.AddTimeout(options.Timeout).Build();
    }

    private static TimeSpan? Wanted(RetryConditionHeaderValue? retryAfter, TimeSpan longest)
    {
        var wanted = retryAfter?.Delta ?? retryAfter?.Date - DateTimeOffset.UtcNow;
        if (wanted is not { } wait) return null;
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait > longest ? longest : wait;
    }
}
