using Clipart.Drawing;
using StackExchange.Redis;

namespace Clipart;

/// <summary>Draws what is ordered, one after the other.</summary>
internal sealed partial class ClipWorker(ClipQueue queue, ClipStore store, ILogger<ClipWorker> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                while (!stoppingToken.IsCancellationRequested && await queue.TakeAsync() is { } order)
                    await DrawAsync(order);
            }
            catch (RedisException exception)
            {
                LogUnreachable(exception.Message);
            }
        }
    }

    // Not stopped halfway: a drawing takes no longer than the pod has to go.
    private async Task DrawAsync(string order)
    {
        var isNew = await store.SaveAsync(order, Clip.Draw(order));
        await queue.DoneAsync(order);
        LogDrawn(order, isNew ? "drawn" : "there already");
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Order}: {Outcome}")]
    private partial void LogDrawn(string order, string outcome);

    [LoggerMessage(Level = LogLevel.Warning, Message = "No orders now: {Reason}")]
    private partial void LogUnreachable(string reason);
}
