using System.Text.RegularExpressions;

namespace Ink.Model.Values;

/// <summary>
/// The names of images, by the grammar of the OCI distribution specification
/// (https://github.com/opencontainers/distribution-spec/blob/main/spec.md#pulling-manifests).
/// </summary>
public static class ImageGrammar
{
    /// <summary>The longest name, host, slash and repository together, in characters; the specification advises it.</summary>
    public const int MaxNameLength = 255;

    private static readonly Regex Host = new(
        "\\A(?:[A-Za-z0-9](?:[A-Za-z0-9\\-]*[A-Za-z0-9])?(?:\\.[A-Za-z0-9](?:[A-Za-z0-9\\-]*[A-Za-z0-9])?)*|\\[[0-9A-Fa-f:.]+\\])(?::[0-9]{1,5})?\\z",
        RegexOptions.CultureInvariant);

    private static readonly Regex Repository = new(
        "\\A[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*(?:/[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*)*\\z",
        RegexOptions.CultureInvariant);

    private static readonly Regex Tag = new("\\A[A-Za-z0-9_][A-Za-z0-9._\\-]{0,127}\\z", RegexOptions.CultureInvariant);
    private static readonly Regex Digest = new("\\A(?:sha256:[a-f0-9]{64}|sha512:[a-f0-9]{128})\\z", RegexOptions.CultureInvariant);

    /// <summary>A registry's host: a DNS name or an address, with its port if it has one.</summary>
    public static bool IsHost(string text) => Host.IsMatch(text);

    /// <summary>A repository: lower-case letters and digits with separators between, in parts with slashes between.</summary>
    public static bool IsRepository(string text) => Repository.IsMatch(text);

    /// <summary>A tag.</summary>
    public static bool IsTag(string text) => Tag.IsMatch(text);

    /// <summary>What a container runs: <c>[registry/]repository[:tag][@digest]</c>.</summary>
    public static bool IsReference(string text)
    {
        var (name, tag, digest) = Split(text);
        var (registry, repository) = SplitName(name);
        return name.Length <= MaxNameLength
            && (registry is null || IsHost(registry))
            && IsRepository(repository)
            && (tag is null || IsTag(tag))
            && (digest is null || Digest.IsMatch(digest));
    }

    /// <summary>Takes the tag and the digest off; none of the three is checked.</summary>
    public static (string Name, string? Tag, string? Digest) Split(string text)
    {
        var (name, digest) = Cut(text, text.IndexOf('@'));
        // A colon after the last slash begins a tag; one before it, a port.
        var colon = name.LastIndexOf(':');
        (name, var tag) = Cut(name, colon > name.LastIndexOf('/') ? colon : -1);
        return (name, tag, digest);
    }

    /// <summary>The registry, where the name begins with one, and the repository; neither is checked.</summary>
    public static (string? Registry, string Repository) SplitName(string name)
    {
        var slash = name.IndexOf('/');
        var first = slash < 0 ? "" : name.Substring(0, slash);
        var isHost = first.IndexOf('.') >= 0 || first.IndexOf(':') >= 0 || first == "localhost";
        return isHost ? (first, name.Substring(slash + 1)) : (null, name);
    }

    private static (string Head, string? Tail) Cut(string text, int at) => at < 0 ? (text, null) : (text.Substring(0, at), text.Substring(at + 1));
}
