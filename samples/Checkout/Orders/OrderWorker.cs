using Npgsql;

namespace Checkout.Orders;

/// <summary>Drains the queue of orders.</summary>
internal sealed partial class OrderWorker(IServiceScopeFactory scopes, ILogger<OrderWorker> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            await DrainAsync(stoppingToken);
    }

    private async Task DrainAsync(CancellationToken stop)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var queue = scope.ServiceProvider.GetRequiredService<IOrderQueue>();
            while (await queue.TakeAsync(stop) is { } order)
                LogShipped(order.Id, order.Items.Count);
        }
        catch (Exception exception) when (exception is HttpRequestException or NpgsqlException)
        {
            // The web workload may be rolling out, the database failing over; the next tick tries again.
            LogUnreachable(exception.Message);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Order {Id} with {Items} items shipped")]
    private partial void LogShipped(Guid id, int items);

    [LoggerMessage(Level = LogLevel.Warning, Message = "No orders now: {Reason}")]
    private partial void LogUnreachable(string reason);
}
