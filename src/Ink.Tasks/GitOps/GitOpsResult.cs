using Ink.Tasks.GitOps.Planning;

namespace Ink.Tasks.GitOps;

/// <summary>What a push did.</summary>
/// <param name="Commit">The commit that now is, or was, the tip; null where nothing changed and so none was made.</param>
/// <param name="Tip">The branch's tip afterwards, as far as this push knows: its commit, or the tip that already said all of it. Empty only where there was nothing to write into an empty repository.</param>
/// <param name="FilesWritten">Files added or changed, as full paths in the repository, sorted.</param>
/// <param name="FilesDeleted">Files deleted, likewise.</param>
/// <param name="ForeignFiles">Files in owned folders that Ink did not write and left alone: worth a warning.</param>
/// <param name="Warnings">Anything else to tell.</param>
/// <param name="CreatedBranch">Whether this was the first commit of an empty repository.</param>
/// <param name="Attempts">How often the branch had to be read: more than one where others pushed meanwhile.</param>
internal sealed record GitOpsResult(
    string? Commit,
    string Tip,
    IReadOnlyList<string> FilesWritten,
    IReadOnlyList<string> FilesDeleted,
    IReadOnlyList<string> ForeignFiles,
    IReadOnlyList<GitOpsWarning> Warnings,
    bool CreatedBranch,
    int Attempts)
{
    /// <summary>The branch that the commit is on where it is for a pull request; null for the target's own.</summary>
    public string? Branch { get; init; }

    /// <summary>How many files the commit touches.</summary>
    public int FilesChanged => FilesWritten.Count + FilesDeleted.Count;
}
