namespace Checkout.Carts;

/// <summary>What a customer wants to buy. The client keeps it, signed, so that any pod can serve the next call.</summary>
internal sealed record Cart(IReadOnlyList<CartItem> Items)
{
    public static Cart Empty { get; } = new([]);

    public Cart With(CartItem item)
    {
        var others = Items.Where(other => other.Sku != item.Sku);
        var quantity = item.Quantity + Items.Where(other => other.Sku == item.Sku).Sum(other => other.Quantity);
        return new Cart([.. others, item with { Quantity = quantity }]);
    }
}

internal sealed record CartItem(string Sku, int Quantity);
