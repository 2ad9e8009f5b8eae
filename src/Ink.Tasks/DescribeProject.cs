using Ink.Manifests.Reading;
using Ink.Tasks.Errors;
using Microsoft.Build.Framework;

namespace Ink.Tasks;

/// <summary>Writes what a test needs in order to render the project's app: its environments, properties and transforms.</summary>
public sealed class DescribeProject : ProjectTask
{
    private const string Prefix = "Ink";

    /// <summary>The file; it is not touched where it holds the same already.</summary>
    [Required]
    public string Path { get; set; } = "";

    /// <inheritdoc/>
    private protected override async Task RunAsync(CancellationToken cancellationToken)
    {
        var settings = ReadSettings();
        // A command line also holds what is no business of ours; and the address of a repository may hold a password.
        var text = ProjectJson.Write(settings with
        {
            CommandLine = Shown(settings.CommandLine.Where(property => property.Key.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))),
            Properties = Shown(settings.Properties.Where(property => property.Value.Length > 0)),
            Environments = [.. settings.Environments.Select(environment => environment with { Metadata = Shown(environment.Metadata) })],
        });

        if (File.Exists(Path) && await File.ReadAllTextAsync(Path, cancellationToken) == text)
            return;
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path)!);
        await File.WriteAllTextAsync(Path, text, cancellationToken);
    }

    private static Dictionary<string, string> Shown(IEnumerable<KeyValuePair<string, string>> values) =>
        values.ToDictionary(pair => pair.Key, pair => Masking.Mask(pair.Value), StringComparer.OrdinalIgnoreCase);
}
