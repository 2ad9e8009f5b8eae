using System.Text.RegularExpressions;
using Ink.Model.Values;
using Ink.Tasks.Errors;

namespace Ink.Tasks.Registry;

/// <summary>The name of an image in a registry, in its parts.</summary>
/// <param name="Registry">The registry's host, with its port if it has one.</param>
/// <param name="Repository">The repository in it.</param>
/// <param name="Tag">The tag, if any.</param>
/// <param name="Digest">The digest, <c>sha256:</c> and 64 hexadecimal digits, if any.</param>
internal sealed partial record ImageReference(string Registry, string Repository, string? Tag = null, string? Digest = null)
{
    /// <summary>What is asked for in a request: the digest, else the tag.</summary>
    public string Selector => Digest ?? Tag ?? "latest";

    /// <summary>Puts a reference together from Ink's properties.</summary>
    /// <param name="registry"><c>InkRegistry</c>: a host, to which a path may be added (<c>ghcr.io/acme</c>).</param>
    /// <param name="repository"><c>InkImageRepository</c>.</param>
    /// <param name="tag">The tag, for Ink the full commit hash.</param>
    /// <exception cref="InkException">INK4002, naming the part that is wrong.</exception>
    public static ImageReference Create(string registry, string repository, string? tag)
    {
        if (registry.Contains("://", StringComparison.Ordinal)) throw Wrong("registry", registry, "without 'https://': the host alone, for example 'ghcr.io' or 'localhost:5000'");
        var parts = registry.TrimEnd('/').Split('/', 2);
        return Checked(new ImageReference(parts[0], parts.Length == 2 ? $"{parts[1]}/{repository}" : repository, tag));
    }

    /// <summary>Reads <c>registry/repository[:tag][@digest]</c>. A name without a registry is one of Docker Hub's.</summary>
    /// <exception cref="InkException">INK4002, naming the part that is wrong.</exception>
    public static ImageReference Parse(string text)
    {
        var (name, tag, digest) = ImageGrammar.Split(text);
        var (registry, repository) = ImageGrammar.SplitName(name);
        if (registry is not null) return Checked(new ImageReference(registry, repository, tag, digest));
        return Checked(new ImageReference("docker.io", repository.Contains('/', StringComparison.Ordinal) ? repository : $"library/{repository}", tag, digest));
    }

    /// <summary>Whether a text is a digest that this client can check.</summary>
    public static bool IsDigest(string? text) => text is not null && DigestGrammar().IsMatch(text);

    /// <summary>The reference as image names are written in manifests.</summary>
    public override string ToString() =>
        $"{Registry}/{Repository}{(Tag is null ? "" : $":{Tag}")}{(Digest is null ? "" : $"@{Digest}")}";

    private static ImageReference Checked(ImageReference reference)
    {
        if (!ImageGrammar.IsHost(reference.Registry)) throw Wrong("registry", reference.Registry, "a host name with an optional port");
        if (!ImageGrammar.IsRepository(reference.Repository))
            throw Wrong("image repository", reference.Repository, "lower-case letters and digits, separated by '.', '_', '__', dashes or '/'");
        if (reference.Registry.Length + 1 + reference.Repository.Length > ImageGrammar.MaxNameLength)
            throw Wrong("image repository", reference.Repository, $"at most {ImageGrammar.MaxNameLength} characters together with the registry");
        if (reference.Tag is { } tag && !ImageGrammar.IsTag(tag)) throw Wrong("image tag", tag, "1 to 128 letters, digits, '_', '.' or '-', not beginning with '.' or '-'");
        if (reference.Digest is { } digest && !IsDigest(digest)) throw Wrong("image digest", digest, "'sha256:' and 64 lower-case hexadecimal digits");
        return reference;
    }

    private static InkException Wrong(string part, string value, string rule) => new(
        ErrorCodes.Registry, $"The {part} '{value}' is not valid: it must be {rule}. Check InkRegistry and InkImageRepository.");

    [GeneratedRegex(@"\Asha256:[a-f0-9]{64}\z", RegexOptions.CultureInvariant)]
    private static partial Regex DigestGrammar();
}
