using Ink;

namespace Checkout.Orders;

/// <summary>Says every morning how many orders wait.</summary>
internal sealed partial class OrderReport(IOrderQueue queue, ILogger<OrderReport> logger) : IInkJob
{
    public async Task RunAsync(CancellationToken stop)
    {
        var waiting = await queue.CountAsync(stop);
        LogWaiting(waiting);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Count} orders wait to be shipped")]
    private partial void LogWaiting(long count);
}
