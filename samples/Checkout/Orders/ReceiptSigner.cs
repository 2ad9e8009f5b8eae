using System.Security.Cryptography;
using System.Text.Json;

namespace Checkout.Orders;

/// <summary>
/// Signs receipts (HMAC-SHA256) with a key from a file. A mounted secret changes under a running pod, and the file is read for each
/// receipt: a rotated key needs no restart.
/// </summary>
internal sealed class ReceiptSigner
{
    private const string KeyFile = "/etc/checkout/receipt-key";

    // For a laptop, where no secret is mounted.
    private readonly byte[] _ownKey = RandomNumberGenerator.GetBytes(32);

    public async Task<string> SignAsync(Order order, CancellationToken cancellationToken)
    {
        var key = File.Exists(KeyFile) ? await File.ReadAllBytesAsync(KeyFile, cancellationToken) : _ownKey;
        return Convert.ToHexStringLower(HMACSHA256.HashData(key, JsonSerializer.SerializeToUtf8Bytes(order)));
    }
}
