using System.Net;
using Ink;

namespace Checkout.Orders;

/// <summary>
/// Where the worker takes orders from: the queue of its own process in local development, the web workload's in a cluster.
/// </summary>
internal sealed class OrderSource(HttpClient client, OrderQueue local, IConfiguration configuration)
{
    private readonly string? _address = configuration[InkApp.EnvironmentVariables.OrdersUrl];

    public async Task<Order?> TakeAsync(CancellationToken stop)
    {
        if (_address is null)
            return local.Take();

        using var response = await client.PostAsync(new Uri($"{_address}/internal/orders/next"), content: null, stop);
        response.EnsureSuccessStatusCode();
        return response.StatusCode == HttpStatusCode.NoContent ? null : await response.Content.ReadFromJsonAsync<Order>(stop);
    }
}
