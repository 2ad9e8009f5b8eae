using Checkout.Carts;

namespace Checkout.Orders;

internal sealed record Order(Guid Id, IReadOnlyList<CartItem> Items, string Currency, string Country, decimal Shipping);
