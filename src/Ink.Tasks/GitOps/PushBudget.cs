using Polly;
using Polly.Retry;

namespace Ink.Tasks.GitOps;

/// <summary>How long a push keeps trying while others move the branch.</summary>
/// <param name="Attempts">How often the branch is read and written at most.</param>
/// <param name="Time">After this long no new attempt is begun.</param>
/// <param name="FirstDelay">The shortest wait.</param>
internal sealed record PushBudget(int Attempts, TimeSpan Time, TimeSpan FirstDelay)
{
    /// <summary>61 attempts within two minutes: a hundred pipelines that start in one second all land.</summary>
    public static PushBudget Default { get; } = new(61, TimeSpan.FromSeconds(120), TimeSpan.FromMilliseconds(40));

    // Of a wait: to the one before, and to what an attempt takes. Tried out with 32 deployers on two cores.
    private const int Growth = 2;
    private const int LongestInAttempts = 4;

    private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(5);

    /// <summary>Runs attempts until one returns something, or the budget is spent: null then.</summary>
    public async Task<T?> RunAsync<T>(Func<CancellationToken, Task<T?>> attempt, TimeProvider clock, CancellationToken cancellationToken)
        where T : class
    {
        if (Attempts <= 1) return await attempt(cancellationToken);
        var started = clock.GetTimestamp();
        var shortest = TimeSpan.MaxValue;
        var last = TimeSpan.Zero;
        var pipeline = new ResiliencePipelineBuilder<T?> { TimeProvider = clock }
            .AddRetry(new RetryStrategyOptions<T?>
            {
                ShouldHandle = outcome => ValueTask.FromResult(
                    outcome.Outcome is { Exception: null, Result: null } && clock.GetElapsedTime(started) < Time),
                MaxRetryAttempts = Attempts - 1,
                DelayGenerator = _ => ValueTask.FromResult<TimeSpan?>(last = Next(last, shortest)),
            })
            .Build();
        return await pipeline.ExecuteAsync(
            async token =>
            {
                var begun = clock.GetTimestamp();
                var result = await attempt(token);
                if (clock.GetElapsedTime(begun) is var duration && duration < shortest) shortest = duration;
                return result;
            },
            cancellationToken);
    }

    // "Decorrelated jitter" (AWS Architecture Blog, "Exponential Backoff And Jitter"), in units of what an attempt takes: those who met once are
    // to meet no more, and on a slow line or a busy machine they need more room for that.
    private TimeSpan Next(TimeSpan last, TimeSpan attempt)
    {
        var least = FirstDelay;
        var most = TimeSpan.FromTicks(Math.Max(last.Ticks, Math.Max(attempt.Ticks, least.Ticks)) * Growth);
        var longest = TimeSpan.FromTicks(Math.Min(LongestDelay.Ticks, Math.Max(attempt.Ticks, least.Ticks) * LongestInAttempts));
        var ticks = least.Ticks + (long)((most - least).Ticks * Random.Shared.NextDouble());
        return TimeSpan.FromTicks(Math.Min(ticks, longest.Ticks));
    }
}
