using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Ink.Model.Values;

/// <summary>Names that are put together from others.</summary>
public static class ShortName
{
    private const int HashBytes = 4;

    /// <summary>
    /// The parts with hyphens between them; where that is longer than a label may be, cut, with a hash of the whole at its end
    /// that keeps two long names apart.
    /// </summary>
    public static string Join(params string[] parts)
    {
        var name = string.Join("-", parts);
        return name.Length <= KubernetesName.MaxLabelLength ? name : WithHash(name, name);
    }

    /// <summary>The name, cut to leave room, and a short hash of <paramref name="source"/>.</summary>
    public static string WithHash(string name, string source)
    {
        var hash = Hash(source);
        var room = KubernetesName.MaxLabelLength - hash.Length - 1;
        var head = (name.Length > room ? name.Substring(0, room) : name).TrimEnd('-', '.');
        return $"{head}-{hash}";
    }

    /// <summary>
    /// A name for what is mounted at a path: <c>/etc/certs</c> with the prefix <c>secret</c> becomes <c>secret-etc-certs</c>; with a hash
    /// where that would lose something that two paths could differ in.
    /// </summary>
    public static string OfPath(string prefix, string path)
    {
        var words = KebabCase.From(path);
        var name = words.Length == 0 ? prefix : $"{prefix}-{words}";
        var isExact = "/" + words.Replace('-', '/') == path && name.Length <= KubernetesName.MaxLabelLength;
        return isExact ? name : WithHash(name, prefix + path);
    }

    private static string Hash(string source)
    {
        using var sha = SHA256.Create();
        var bytes = sha.ComputeHash(Encoding.UTF8.GetBytes(source));
        return string.Concat(bytes.Take(HashBytes).Select(value => value.ToString("x2", CultureInfo.InvariantCulture)));
    }
}
