using Ink.Tasks.Errors;
using Ink.Tasks.Registry;

namespace Ink.Tasks.Releases;

/// <summary>What an image is called.</summary>
/// <param name="Registry">Host and port; <see langword="null"/> where images are archives.</param>
/// <param name="Repository">The repository, a path.</param>
/// <param name="Tag">The tag.</param>
/// <param name="Digest">The manifest's digest; <see langword="null"/> where it is not known.</param>
internal sealed record ImageName(string? Registry, string Repository, string Tag, string? Digest)
{
    // Stands in for a registry where there is none, so that the repository and the tag are held to the same grammar.
    private const string NoRegistry = "localhost";

    /// <summary>Makes a name from properties, in which "unset" is the empty text.</summary>
    /// <param name="registry"><c>InkRegistry</c>; a path in it goes to the repository (<c>ghcr.io/acme</c>).</param>
    /// <param name="repository"><c>InkImageRepository</c>.</param>
    /// <param name="tag">The tag.</param>
    /// <param name="digest">The digest.</param>
    /// <exception cref="InkException">INK4002: a part of the name is not valid.</exception>
    public static ImageName From(string? registry, string repository, string tag, string? digest)
    {
        var isArchive = string.IsNullOrEmpty(registry);
        var reference = ImageReference.Create(isArchive ? NoRegistry : registry!, repository.Trim('/'), tag);
        return new ImageName(isArchive ? null : reference.Registry, reference.Repository, tag, string.IsNullOrEmpty(digest) ? null : digest);
    }

    /// <summary>The reference for a registry client.</summary>
    public ImageReference ToReference() => new(Registry ?? NoRegistry, Repository, Tag);

    /// <summary><c>registry/repository:tag@digest</c>, without what is not known.</summary>
    public override string ToString() =>
        $"{(Registry is null ? "" : $"{Registry}/")}{Repository}:{Tag}{(Digest is null ? "" : $"@{Digest}")}";
}
