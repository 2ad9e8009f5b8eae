using Checkout.Carts;
using Checkout.Shipping;
using Ink;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Checkout.Orders;

internal static class OrderEndpoints
{
    public static void MapOrders(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost("/checkout/orders", PlaceAsync);
        endpoints.MapGet("/checkout/orders/waiting", async (IOrderQueue queue, CancellationToken stop) => new Waiting(await queue.CountAsync(stop)));
        // For the app's other workloads. The ingress routes /checkout alone, so these are not to be reached from outside.
        endpoints.MapPost("/internal/orders", async (Order order, IOrderQueue queue, CancellationToken stop) =>
        {
            await queue.AddAsync(order, stop);
            return TypedResults.NoContent();
        });
        endpoints.MapPost("/internal/orders/next", async Task<Results<Ok<Order>, NoContent>> (IOrderQueue queue, CancellationToken stop) =>
            await queue.TakeAsync(stop) is { } order ? TypedResults.Ok(order) : TypedResults.NoContent());
    }

    private static async Task<Results<Accepted<PlacedOrder>, BadRequest<string>>> PlaceAsync(
        PlaceOrder request,
        CartSigner carts,
        ReceiptSigner receipts,
        ShippingPrices prices,
        IOrderQueue queue,
        IConfiguration configuration,
        CancellationToken stop)
    {
        if (carts.Read(request.Cart) is not { Items.Count: > 0 } cart)
            return TypedResults.BadRequest("The cart is empty, or its signature is not valid.");
        if (prices.For(request.Country) is not { } shipping)
            return TypedResults.BadRequest($"Nothing is sent to {request.Country}.");

        var currency = configuration[InkApp.EnvironmentVariables.Currency] ?? "USD";
        var order = new Order(Guid.CreateVersion7(), cart.Items, currency, request.Country, shipping);
        await queue.AddAsync(order, stop);
        return TypedResults.Accepted((string?)null, new PlacedOrder(order, await receipts.SignAsync(order, stop)));
    }

    internal sealed record PlaceOrder(string Cart, string Country = "US");

    internal sealed record PlacedOrder(Order Order, string Receipt);

    internal sealed record Waiting(long Count);
}
