namespace Checkout.Shipping;

/// <summary>What it costs to send an order, by country (ISO 3166-1 alpha-2). From a file, so that prices change without a new image.</summary>
internal sealed class ShippingPrices(IConfiguration configuration)
{
    public const string File = "config/shipping.json";

    private readonly Dictionary<string, decimal> _prices = configuration.GetSection("Shipping:Prices").Get<Dictionary<string, decimal>>()
        ?? throw new InvalidOperationException($"{File} has no prices.");

    /// <summary>The price, or <see langword="null"/> where nothing is sent to.</summary>
    public decimal? For(string country) => _prices.TryGetValue(country, out var price) ? price : null;
}
