using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Ink.Tasks.GitOps.Objects;

/// <summary>
/// The name that git gives to a file's content: the hash of "blob", its length, NUL and the content (gitdatamodel(7)).
/// Computed here, "has anything changed?" needs no content from the server.
/// </summary>
internal static class BlobHash
{
    /// <summary>The length of a SHA-1 name.</summary>
    public const int Sha1Digits = 40;

    /// <summary>The length of a SHA-256 name.</summary>
    public const int Sha256Digits = 64;

    /// <summary>The hash, with the hash function that a tip's own name shows by its length.</summary>
    [SuppressMessage("Security", "CA5350", Justification = "SHA-1 is the name git uses, not a protection.")]
    public static string Compute(ReadOnlySpan<byte> content, int digits)
    {
        byte[] whole = [.. Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"blob {content.Length}\0")), .. content];
        return Convert.ToHexStringLower(digits == Sha256Digits ? SHA256.HashData(whole) : SHA1.HashData(whole));
    }
}
