namespace Ink.Manifests.Workloads;

/// <summary>Directories that .NET's images and the Linux file system ("Filesystem Hierarchy Standard") put files into.</summary>
internal static class ImageDirectories
{
    private static readonly HashSet<string> Paths = new(StringComparer.Ordinal)
    {
        "/", "/app", "/bin", "/dev", "/etc", "/etc/ssl", "/etc/ssl/certs", "/home", "/home/app", "/lib", "/lib64", "/opt", "/proc", "/root",
        "/run", "/sbin", "/srv", "/sys", TemporaryFiles.Path, "/usr", "/usr/bin", "/usr/lib", "/usr/local", "/usr/local/bin", "/usr/share",
        "/usr/share/dotnet", "/var", "/var/lib", "/var/run",
    };

    /// <summary>Whether a volume mounted there would hide files that the app needs.</summary>
    public static bool Contains(string directory) => Paths.Contains(directory);
}
