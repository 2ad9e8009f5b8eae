using Microsoft.AspNetCore.Http.HttpResults;

namespace Checkout.Carts;

internal static class CartEndpoints
{
    public static void MapCarts(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost("/checkout/carts", (CartSigner signer) => Show(Cart.Empty, signer));
        endpoints.MapPost("/checkout/carts/items", Add);
    }

    private static Results<Ok<CartView>, BadRequest<string>> Add(AddItem request, CartSigner signer)
    {
        if (request.Cart is not null && signer.Read(request.Cart) is null)
            return TypedResults.BadRequest("The cart's signature is not valid.");
        if (request.Quantity is < 1 or > 100 || string.IsNullOrWhiteSpace(request.Sku))
            return TypedResults.BadRequest("An item has a SKU and a quantity from 1 to 100.");

        var cart = request.Cart is null ? Cart.Empty : signer.Read(request.Cart)!;
        return Show(cart.With(new CartItem(request.Sku, request.Quantity)), signer);
    }

    private static Ok<CartView> Show(Cart cart, CartSigner signer) => TypedResults.Ok(new CartView(signer.Sign(cart), cart.Items));

    internal sealed record AddItem(string? Cart, string Sku, int Quantity);

    internal sealed record CartView(string Cart, IReadOnlyList<CartItem> Items);
}
