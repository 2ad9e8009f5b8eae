using System.Globalization;
using Microsoft.Build.Framework;

namespace Ink.Tasks;

/// <summary>
/// Hands the commit's time to the tools that make the image, the way reproducible builds do it
/// (https://reproducible-builds.org/specs/source-date-epoch/). Whoever set the variable before knows better.
/// </summary>
public sealed class SetSourceDate : InkTask
{
    private const string Variable = "SOURCE_DATE_EPOCH";

    /// <summary>When the commit was made (RFC 3339, UTC).</summary>
    [Required]
    public string CommitTime { get; set; } = "";

    /// <inheritdoc/>
    private protected override Task RunAsync(CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(Environment.GetEnvironmentVariable(Variable)))
        {
            var time = DateTimeOffset.Parse(CommitTime, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
            // MSBuild gives every build the environment of its caller, so that this reaches no other one.
            Environment.SetEnvironmentVariable(Variable, time.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
        }

        return Task.CompletedTask;
    }
}
