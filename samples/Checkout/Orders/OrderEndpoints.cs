using Checkout.Carts;
using Ink;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Checkout.Orders;

internal static class OrderEndpoints
{
    public static void MapOrders(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost("/checkout/orders", Place);
        endpoints.MapGet("/checkout/orders/waiting", (OrderQueue queue) => new { waiting = queue.Count });
        // For the worker. The ingress routes /checkout alone, so this is not to be reached from outside.
        endpoints.MapPost("/internal/orders/next", Results<Ok<Order>, NoContent> (OrderQueue queue) =>
            queue.Take() is { } order ? TypedResults.Ok(order) : TypedResults.NoContent());
    }

    private static Results<Accepted<Order>, BadRequest<string>> Place(PlaceOrder request, CartSigner signer, OrderQueue queue, IConfiguration configuration)
    {
        if (signer.Read(request.Cart) is not { Items.Count: > 0 } cart)
            return TypedResults.BadRequest("The cart is empty, or its signature is not valid.");

        var order = new Order(Guid.CreateVersion7(), cart.Items, configuration[InkApp.EnvironmentVariables.Currency] ?? "USD");
        queue.Add(order);
        return TypedResults.Accepted((string?)null, order);
    }

    internal sealed record PlaceOrder(string Cart);
}
