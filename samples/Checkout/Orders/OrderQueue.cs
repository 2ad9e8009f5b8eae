using System.Collections.Concurrent;

namespace Checkout.Orders;

/// <summary>Orders that wait to be shipped, in the memory of the web process. A shop that must not lose them uses a broker.</summary>
internal sealed class OrderQueue
{
    private readonly ConcurrentQueue<Order> _orders = new();

    public int Count => _orders.Count;

    public void Add(Order order) => _orders.Enqueue(order);

    public Order? Take() => _orders.TryDequeue(out var order) ? order : null;
}
