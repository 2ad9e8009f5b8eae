namespace Ink.EndToEnd.Tests.Infrastructure;

/// <summary>A test that wants an SDK whose images hold the time of SOURCE_DATE_EPOCH in place of that of the build.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ReproducibleSdkFactAttribute : FactAttribute
{
    public ReproducibleSdkFactAttribute()
    {
        // Among the literals of its container tasks, which are UTF-16.
        var sdk = Path.GetDirectoryName(Environment.GetEnvironmentVariable("MSBuildSDKsPath") ?? "") is { Length: > 0 } set ? set : Newest();
        var tasks = Path.Combine(sdk, "Containers", "tasks", "net10.0", "Microsoft.NET.Build.Containers.dll");
        if (!File.Exists(tasks) || File.ReadAllBytes(tasks).AsSpan().IndexOf(System.Text.Encoding.Unicode.GetBytes("SOURCE_DATE_EPOCH")) < 0)
            Skip = $"The .NET SDK {Path.GetFileName(sdk)} does not honour SOURCE_DATE_EPOCH: it stamps the time of the build.";
    }

    private static string Newest()
    {
        var root = Path.Combine(Path.GetDirectoryName(Environment.ProcessPath)!, "sdk");
        return Directory.Exists(root) ? Directory.GetDirectories(root, "10.*").Order(StringComparer.Ordinal).LastOrDefault() ?? root : root;
    }
}
