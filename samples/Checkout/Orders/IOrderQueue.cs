namespace Checkout.Orders;

/// <summary>Orders that wait to be shipped, the oldest first.</summary>
internal interface IOrderQueue
{
    public Task AddAsync(Order order, CancellationToken cancellationToken);

    /// <summary>Takes the oldest; <see langword="null"/> where none waits. No two callers get the same one.</summary>
    public Task<Order?> TakeAsync(CancellationToken cancellationToken);

    public Task<long> CountAsync(CancellationToken cancellationToken);
}
