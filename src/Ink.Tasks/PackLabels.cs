using System.Text;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace Ink.Tasks;

/// <summary>
/// Brings labels of an image through the SDK's build of each architecture. It hands them over as "key:value;key:value" in a property and
/// takes them apart at every colon, semicolon and equals sign, so that of an address or a time there is little left.
/// </summary>
public sealed class PackLabels : InkTask
{
    private const string Value = "Value";
    private const string Mark = "ink.base64.";

    /// <summary>The <c>ContainerLabel</c> items.</summary>
    [Required]
    public ITaskItem[] Labels { get; set; } = [];

    /// <summary>Whether they arrived, and are to be as they were.</summary>
    public bool Unpack { get; set; }

    /// <summary>The same labels with their values packed or unpacked; one that was never packed stays as it is.</summary>
    [Output]
    public ITaskItem[] Result { get; set; } = [];

    /// <inheritdoc/>
    private protected override System.Threading.Tasks.Task RunAsync(CancellationToken cancellationToken)
    {
        var labels = Unpack
            // Beside what arrived are the labels that the project declares: they went through the outer build too.
            ? Labels.Where(label => label.GetMetadata(Value).StartsWith(Mark, StringComparison.Ordinal)).Select(label => With(label, Read(label.GetMetadata(Value))))
            : Labels.Select(label => With(label, Write(label.GetMetadata(Value))));
        Result = [.. labels];
        return System.Threading.Tasks.Task.CompletedTask;
    }

    // Metadata is given as MSBuild writes it, in which a percent sign begins an escape.
    private static TaskItem With(ITaskItem label, string value) =>
        new(label.ItemSpec, new Dictionary<string, string> { [Value] = value.Replace("%", "%25", StringComparison.Ordinal) });

    // Without the equals signs at its end, which can be told from the length.
    private static string Write(string value) => Mark + Convert.ToBase64String(Encoding.UTF8.GetBytes(value)).TrimEnd('=');

    private static string Read(string packed)
    {
        var text = packed[Mark.Length..];
        return Encoding.UTF8.GetString(Convert.FromBase64String(text.PadRight((text.Length + 3) / 4 * 4, '=')));
    }
}
