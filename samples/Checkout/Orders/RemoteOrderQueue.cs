using System.Net;

namespace Checkout.Orders;

/// <summary>The queue in the memory of the web workload, as the app's other workloads reach it where there is no database.</summary>
internal sealed class RemoteOrderQueue(HttpClient client) : IOrderQueue
{
    public async Task AddAsync(Order order, CancellationToken cancellationToken)
    {
        using var response = await client.PostAsJsonAsync("internal/orders", order, cancellationToken);
        response.EnsureSuccessStatusCode();
    }

    public async Task<Order?> TakeAsync(CancellationToken cancellationToken)
    {
        using var response = await client.PostAsync(new Uri("internal/orders/next", UriKind.Relative), content: null, cancellationToken);
        response.EnsureSuccessStatusCode();
        return response.StatusCode == HttpStatusCode.NoContent ? null : await response.Content.ReadFromJsonAsync<Order>(cancellationToken);
    }

    public async Task<long> CountAsync(CancellationToken cancellationToken) =>
        (await client.GetFromJsonAsync<OrderEndpoints.Waiting>("checkout/orders/waiting", cancellationToken))!.Count;
}
