using Ink.Model.Rules;
using Ink.Tasks.Errors;
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
    internal static string Newest(string targetFrameworks) => Split(targetFrameworks).MaxBy(VersionOf) ?? "";

    /// <summary>The one that was asked for, else the newest.</summary>
    /// <exception cref="InkException">INK4000: the project has no such framework.</exception>
    internal static string Select(string targetFrameworks, string? requested)
    {
        if (string.IsNullOrEmpty(requested))
            return Newest(targetFrameworks);
        return Split(targetFrameworks).Contains(requested, StringComparer.OrdinalIgnoreCase)
            ? requested
            : throw new InkException(
                RuleCatalogue.Unexpected.Id,
                $"InkTargetFramework is \"{requested}\", and the project has {string.Join(", ", Split(targetFrameworks))}. Pass one of them as -p:InkTargetFramework=…, or leave it out for the newest.");
    }

    /// <inheritdoc/>
    private protected override Task RunAsync(CancellationToken cancellationToken)
    {
        TargetFramework = Select(TargetFrameworks, Requested);
        Detail($"deploying for {TargetFramework}, of {TargetFrameworks}");
        return Task.CompletedTask;
    }

    private static string[] Split(string targetFrameworks) =>
        targetFrameworks.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static Version VersionOf(string targetFramework) =>
        targetFramework.StartsWith("net", StringComparison.Ordinal) && Version.TryParse(targetFramework[3..], out var version)
            ? version
            : new Version(0, 0);
}
