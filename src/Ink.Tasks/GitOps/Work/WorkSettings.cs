using Ink.Tasks.Git;

namespace Ink.Tasks.GitOps.Work;

/// <summary>How git behaves in a work repository.</summary>
/// <param name="SshCommand">The user's own <c>core.sshCommand</c>.</param>
/// <param name="Passed">Settings of the project's own repository that hold here too.</param>
internal sealed record WorkSettings(string? SshCommand, IReadOnlyList<KeyValuePair<string, string>> Passed)
{
    /// <summary>Reads them.</summary>
    public static WorkSettings From(GitSettings settings) => new(settings["core.sshcommand"], [.. settings.Signing]);

    /// <summary>What holds everywhere.</summary>
    /// <param name="hooks">A folder that is not there.</param>
    public static KeyValuePair<string, string>[] Fixed(string hooks) =>
    [
        new("core.quotepath", "off"),
        // The user's own hooks (a pre-push that runs tests) are about the user's repositories, not about this one.
        new("core.hooksPath", hooks),
        // No housekeeping in the background of a folder that is about to go, or that the next one is waiting for.
        new("gc.auto", "0"),
        new("maintenance.auto", "false"),
        new("fetch.writeCommitGraph", "false"),
        // What is written here is either pushed or can be fetched again, so waiting for the disk protects nothing.
        new("core.fsync", "none"),
        // Trees of thousands of entries, sent once: speed before size.
        new("pack.compression", "1"),
        // The few objects of a commit are no deltas of each other.
        new("pack.window", "0"),
        new("fastimport.unpackLimit", "0"),
        new("protocol.ext.allow", "never"),
    ];
}
