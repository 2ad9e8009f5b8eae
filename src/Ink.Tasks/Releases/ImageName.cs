namespace Ink.Tasks.Releases;

/// <summary>What an image is called.</summary>
/// <param name="Registry">Host and port; <see langword="null"/> where images are archives.</param>
/// <param name="Repository">The repository, a path.</param>
/// <param name="Tag">The tag.</param>
/// <param name="Digest">The manifest's digest; <see langword="null"/> where it is not known.</param>
internal sealed record ImageName(string? Registry, string Repository, string Tag, string? Digest)
{
    /// <summary>Makes a name from properties, in which "unset" is the empty text.</summary>
    public static ImageName From(string? registry, string repository, string tag, string? digest) =>
        new(string.IsNullOrEmpty(registry) ? null : registry.TrimEnd('/'), repository.Trim('/'), tag, string.IsNullOrEmpty(digest) ? null : digest);

    /// <summary><c>registry/repository:tag@digest</c>, without what is not known.</summary>
    public override string ToString() =>
        $"{(Registry is null ? "" : $"{Registry}/")}{Repository}:{Tag}{(Digest is null ? "" : $"@{Digest}")}";
}
