namespace Ink.Tasks.Git;

/// <summary>Who a commit is by.</summary>
/// <param name="Name">A name; git takes neither angle brackets nor line ends in it.</param>
/// <param name="Email">An e-mail address.</param>
internal sealed record Identity(string Name, string Email)
{
    /// <summary>The identity as a commit holds it, without what would break the commit's header.</summary>
    public override string ToString() => $"{Clean(Name)} <{Clean(Email)}>";

    private static string Clean(string text) =>
        new string([.. text.Where(c => c is not ('<' or '>') && !char.IsControl(c))]).Trim();
}

/// <summary>The author and the committer of the GitOps commit.</summary>
/// <param name="Author">Who asked for the deploy.</param>
/// <param name="Committer">Who made the commit.</param>
internal sealed record CommitIdentity(Identity Author, Identity Committer)
{
    /// <summary>
    /// Part by part: <c>GIT_AUTHOR_*</c> and <c>GIT_COMMITTER_*</c>, for they are set on purpose; who the CI system says has started the job;
    /// then as git itself in the project's folder, <c>author.*</c> and <c>committer.*</c>, then <c>user.*</c> (git-commit(1), "COMMIT
    /// INFORMATION"); else Ink, from this machine. git's own guess of a name from the login is not used: in a
    /// container it is root.
    /// </summary>
    public static CommitIdentity Resolve(GitSettings settings, Func<string, string?> environment)
    {
        var ci = CiIdentity.Find(environment);
        return new CommitIdentity(Of("author"), Of("committer"));

        Identity Of(string role) => new(
            Part(role, "name") ?? "Ink",
            Part(role, "email") ?? NullIfEmpty(environment("EMAIL")) ?? $"ink@{System.Environment.MachineName}");

        string? Part(string role, string part) =>
            NullIfEmpty(environment($"GIT_{role.ToUpperInvariant()}_{part.ToUpperInvariant()}"))
            ?? (part == "name" ? ci?.Name : ci?.Email)
            ?? settings[$"{role}.{part}"]
            ?? settings[$"user.{part}"];
    }

    private static string? NullIfEmpty(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
