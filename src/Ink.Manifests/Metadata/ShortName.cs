using System.Security.Cryptography;
using System.Text;
using Ink.Model.Values;

namespace Ink.Manifests.Metadata;

/// <summary>Names that are put together from others.</summary>
internal static class ShortName
{
    private const int HashLength = 8;

    /// <summary>
    /// The parts with hyphens between them; where that is longer than a label may be, cut, with a hash of the whole at its end
    /// that keeps two long names apart.
    /// </summary>
    public static string Join(params ReadOnlySpan<string> parts)
    {
        var name = string.Join('-', parts);
        return name.Length <= KubernetesName.MaxLabelLength ? name : WithHash(name, name);
    }

    /// <summary>The name, cut to leave room, and a short hash of <paramref name="source"/>.</summary>
    public static string WithHash(string name, string source)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(source)))[..HashLength];
        var room = KubernetesName.MaxLabelLength - HashLength - 1;
        var head = (name.Length > room ? name[..room] : name).TrimEnd('-', '.');
        return $"{head}-{hash}";
    }
}
