namespace Ink.Tasks.Registry;

/// <summary>
/// What a token allows (https://distribution.github.io/distribution/spec/auth/scope/). Scopes are separated by blanks.
/// </summary>
internal static class RegistryScope
{
    /// <summary>To read a repository.</summary>
    public static string Pull(string repository) => $"repository:{repository}:pull";

    /// <summary>To write to a repository; reading comes with it, for nobody writes without looking first.</summary>
    public static string Push(string repository) => $"repository:{repository}:pull,push";

    /// <summary>To mount another repository's blobs into a repository.</summary>
    public static string Mount(string repository, string from) => $"{Push(repository)} {Pull(from)}";
}
