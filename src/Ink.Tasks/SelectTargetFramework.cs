using Microsoft.Build.Framework;

namespace Ink.Tasks;

/// <summary>Picks the target framework that a project with several is deployed for.</summary>
public sealed class SelectTargetFramework : InkTask
{
    /// <summary><c>TargetFrameworks</c>.</summary>
    [Required]
    public string TargetFrameworks { get; set; } = "";

    /// <summary><c>InkTargetFramework</c>.</summary>
    public string? Requested { get; set; }

    /// <summary>The one to use.</summary>
    [Output]
    public string TargetFramework { get; set; } = "";

    /// <summary>The newest .NET among them; frameworks that are no plain <c>netX.Y</c> come last.</summary>
    internal static string Newest(string targetFrameworks) =>
        targetFrameworks
            .Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .MaxBy(VersionOf) ?? "";

    /// <inheritdoc/>
    private protected override Task RunAsync(CancellationToken cancellationToken)
    {
        TargetFramework = string.IsNullOrEmpty(Requested) ? Newest(TargetFrameworks) : Requested;
        Detail($"deploying for {TargetFramework}, of {TargetFrameworks}");
        return Task.CompletedTask;
    }

    private static Version VersionOf(string targetFramework) =>
        targetFramework.StartsWith("net", StringComparison.Ordinal) && Version.TryParse(targetFramework[3..], out var version)
            ? version
            : new Version(0, 0);
}
