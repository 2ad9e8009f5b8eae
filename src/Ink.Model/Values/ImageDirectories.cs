namespace Ink.Model.Values;

/// <summary>Directories that .NET's images and the Linux file system ("Filesystem Hierarchy Standard") put files into.</summary>
public static class ImageDirectories
{
    /// <summary>Where .NET's images have the app, and start it.</summary>
    public const string App = "/app";

    /// <summary>The writable directory that every pod has.</summary>
    public const string Temporary = "/tmp";

    // The image does not start without what is there, or the container runtime mounts it itself.
    private static readonly HashSet<string> Essential = new(StringComparer.Ordinal)
    {
        "/", App, "/bin", "/dev", "/etc", "/lib", "/lib64", "/proc", "/sbin", "/sys", "/usr", "/usr/bin", "/usr/lib", "/usr/share",
        "/usr/share/dotnet",
    };

    private static readonly HashSet<string> Paths = new(StringComparer.Ordinal)
    {
        "/etc/ssl", "/etc/ssl/certs", "/home", "/home/app", "/opt", "/root", "/run", "/srv", Temporary, "/usr/local", "/usr/local/bin", "/var",
        "/var/lib", "/var/run",
    };

    /// <summary>Whether a volume mounted there would hide files that the app may need.</summary>
    public static bool Contains(string directory) => Essential.Contains(directory) || Paths.Contains(directory);

    /// <summary>Whether no container would run with a volume mounted there.</summary>
    public static bool IsEssential(string directory) =>
        Essential.Contains(directory)
        || directory.StartsWith("/proc/", StringComparison.Ordinal)
        || directory.StartsWith("/sys/", StringComparison.Ordinal);
}
