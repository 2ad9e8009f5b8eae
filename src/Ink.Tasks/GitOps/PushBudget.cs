using Polly;
using Polly.Retry;

namespace Ink.Tasks.GitOps;

/// <summary>How long a push keeps trying while others move the branch.</summary>
/// <param name="Attempts">How often the branch is read and written at most.</param>
/// <param name="Time">After this long no new attempt is begun.</param>
/// <param name="FirstDelay">The median of the first wait; later ones grow, with decorrelated jitter, so that deployers who met once do not meet again.</param>
internal sealed record PushBudget(int Attempts, TimeSpan Time, TimeSpan FirstDelay)
{
    /// <summary>61 attempts within two minutes: a hundred pipelines that start in one second all land.</summary>
    public static PushBudget Default { get; } = new(61, TimeSpan.FromSeconds(120), TimeSpan.FromMilliseconds(40));

    private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(2);

    /// <summary>Runs attempts until one returns something, or the budget is spent: null then.</summary>
    public async Task<T?> RunAsync<T>(Func<CancellationToken, Task<T?>> attempt, TimeProvider clock, CancellationToken cancellationToken)
        where T : class
    {
        if (Attempts <= 1) return await attempt(cancellationToken);
        var started = clock.GetTimestamp();
        var pipeline = new ResiliencePipelineBuilder<T?> { TimeProvider = clock }
            .AddRetry(new RetryStrategyOptions<T?>
            {
                ShouldHandle = outcome => ValueTask.FromResult(
                    outcome.Outcome is { Exception: null, Result: null } && clock.GetElapsedTime(started) < Time),
                MaxRetryAttempts = Attempts - 1,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Delay = FirstDelay,
                MaxDelay = LongestDelay,
            })
            .Build();
        return await pipeline.ExecuteAsync(async token => await attempt(token), cancellationToken);
    }
}
