namespace Ink.Tasks.GitOps.Work;

/// <summary>Where this user's programs keep what they can make again.</summary>
internal static class CacheFolder
{
    /// <summary>Ink's folder there for GitOps repositories; null where the user has none.</summary>
    /// <param name="environment">Reads a variable.</param>
    public static string? Find(Func<string, string?> environment)
    {
        var root = Root(environment);
        return root is null ? null : Path.Combine(root, "ink", "gitops");
    }

    // XDG Base Directory Specification: a path that is not absolute is to be ignored.
    private static string? Root(Func<string, string?> environment)
    {
        if (environment("XDG_CACHE_HOME") is { } xdg && Path.IsPathRooted(xdg)) return xdg;
        if (OperatingSystem.IsWindows()) return NullIfEmpty(environment("LOCALAPPDATA"));
        if (NullIfEmpty(environment("HOME")) is not { } home || !Path.IsPathRooted(home)) return null;
        return OperatingSystem.IsMacOS() ? Path.Combine(home, "Library", "Caches") : Path.Combine(home, ".cache");
    }

    private static string? NullIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
