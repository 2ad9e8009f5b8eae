namespace Checkout.Orders;

/// <summary>Orders that wait to be shipped, the oldest first.</summary>
internal interface IOrderQueue
{
    Task AddAsync(Order order, CancellationToken cancellationToken);

    /// <summary>Takes the oldest; <see langword="null"/> where none waits. No two callers get the same one.</summary>
    Task<Order?> TakeAsync(CancellationToken cancellationToken);

    Task<long> CountAsync(CancellationToken cancellationToken);
}
