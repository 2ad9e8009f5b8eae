using System.Collections.Concurrent;

namespace Checkout.Orders;

/// <summary>A queue in the memory of the process: for a laptop, and for an environment whose orders nobody will miss.</summary>
internal sealed class MemoryOrderQueue : IOrderQueue
{
    private readonly ConcurrentQueue<Order> _orders = new();

    public Task AddAsync(Order order, CancellationToken cancellationToken)
    {
        _orders.Enqueue(order);
        return Task.CompletedTask;
    }

    public Task<Order?> TakeAsync(CancellationToken cancellationToken) => Task.FromResult(_orders.TryDequeue(out var order) ? order : null);

    public Task<long> CountAsync(CancellationToken cancellationToken) => Task.FromResult((long)_orders.Count);
}
