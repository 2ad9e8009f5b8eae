using Microsoft.Build.Framework;

namespace Ink.Tasks;

/// <summary>Says the last line of a verb that had nothing to do.</summary>
public sealed class ConcludeVerb : InkTask
{
    /// <summary>The line.</summary>
    [Required]
    public string Text { get; set; } = "";

    /// <inheritdoc/>
    private protected override Task RunAsync(CancellationToken cancellationToken)
    {
        Conclude(Text);
        return Task.CompletedTask;
    }
}
