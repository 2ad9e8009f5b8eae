using System.Net;
using System.Net.Http.Headers;
using System.Security.Authentication;
using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace Ink.Tasks.Registry;

/// <summary>
/// What is tried again, and when: 408, 429, 5xx and broken connections, after waits that grow with jitter, or after the
/// wait that the registry asks for (Retry-After, RFC 9110, section 10.2.3) unless that is longer than a deploy should hang.
/// </summary>
internal static class RegistryRetry
{
    /// <summary>For single requests, with a time limit for each try.</summary>
    public static ResiliencePipeline<HttpResponseMessage> ForRequests(RegistryOptions options)
    {
        var builder = new ResiliencePipelineBuilder<HttpResponseMessage>();
        if (options.Retries > 0)
        {
            builder.AddRetry(new RetryStrategyOptions<HttpResponseMessage>
            {
                ShouldHandle = outcome => ValueTask.FromResult(outcome.Outcome switch
                {
                    { Result: { } response } => IsPassing(response.StatusCode) && !(Wanted(response) > options.LongestRetryAfter),
                    { Exception: { } error } => IsPassing(error),
                    _ => false,
                }),
                MaxRetryAttempts = options.Retries,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Delay = options.FirstDelay,
                MaxDelay = options.LongestDelay,
                // Null leaves the wait to the backoff.
                DelayGenerator = arguments => ValueTask.FromResult(arguments.Outcome.Result is { } response ? Wanted(response) : null),
                OnRetry = arguments =>
                {
                    arguments.Outcome.Result?.Dispose();
                    return default;
                },
            });
        }

        return builder.AddTimeout(options.Timeout).Build();
    }

    /// <summary>For transfers of several requests, begun anew as a whole; they watch their own progress.</summary>
    public static ResiliencePipeline ForTransfers(RegistryOptions options)
    {
        if (options.Retries == 0) return ResiliencePipeline.Empty;
        return new ResiliencePipelineBuilder().AddRetry(new RetryStrategyOptions
        {
            ShouldHandle = new PredicateBuilder().Handle<TransferBrokenException>(broken => !(broken.RetryAfter > options.LongestRetryAfter)),
            MaxRetryAttempts = options.Retries,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            Delay = options.FirstDelay,
            MaxDelay = options.LongestDelay,
            DelayGenerator = arguments => ValueTask.FromResult((arguments.Outcome.Exception as TransferBrokenException)?.RetryAfter),
        }).Build();
    }

    /// <summary>Whether a status may be another one in a moment. 501 says "never".</summary>
    public static bool IsPassing(HttpStatusCode status) => (int)status is 408 or 429 or >= 500 and not 501;

    /// <summary>Whether a failure may be gone in a moment. An answer that is too long stays so, and so does a certificate that is not trusted.</summary>
    public static bool IsPassing(Exception error) => IsConnection(error)
        && error is not HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded }
        && error is not HttpRequestException { InnerException: AuthenticationException };

    /// <summary>Whether a failure is the connection's.</summary>
    public static bool IsConnection(Exception error) => error is HttpRequestException or IOException or TimeoutRejectedException;

    /// <summary>The wait that an answer asks for; null where it does not.</summary>
    public static TimeSpan? Wanted(HttpResponseMessage response)
    {
        RetryConditionHeaderValue? header = response.Headers.RetryAfter;
        var wanted = header?.Delta ?? header?.Date - DateTimeOffset.UtcNow;
        return wanted < TimeSpan.Zero ? TimeSpan.Zero : wanted;
    }
}
