using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Ink;

namespace Checkout.Carts;

/// <summary>Turns carts into tokens that a client can hold and cannot change (HMAC-SHA256).</summary>
internal sealed class CartSigner(IConfiguration configuration)
{
    private readonly byte[] _key = Encoding.UTF8.GetBytes(configuration[InkApp.Secrets.CartSigningKey]!);

    public string Sign(Cart cart)
    {
        var content = JsonSerializer.SerializeToUtf8Bytes(cart);
        return $"{Convert.ToBase64String(content)}.{Convert.ToBase64String(HMACSHA256.HashData(_key, content))}";
    }

    /// <summary>The cart of a token, or <see langword="null"/> where nobody here signed it.</summary>
    public Cart? Read(string token)
    {
        var parts = token.Split('.');
        if (parts.Length != 2 || Decode(parts[0]) is not { } content || Decode(parts[1]) is not { } signature)
            return null;
        var isOurs = CryptographicOperations.FixedTimeEquals(HMACSHA256.HashData(_key, content), signature);
        return isOurs ? JsonSerializer.Deserialize<Cart>(content) : null;
    }

    private static byte[]? Decode(string text)
    {
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var length) ? bytes[..length] : null;
    }
}
