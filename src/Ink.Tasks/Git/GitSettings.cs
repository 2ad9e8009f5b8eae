namespace Ink.Tasks.Git;

/// <summary>The few git settings Ink looks at, as they hold in a project's folder (all scopes, the last one wins).</summary>
internal sealed class GitSettings
{
    private const string Wanted = @"^(user|author|committer)\.(name|email)$|^user\.signingkey$|^gpg\.|^remote\..*\.url$|^branch\..*\.remote$|^core\.sshcommand$";

    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);

    private GitSettings(IEnumerable<string> fields)
    {
        foreach (var field in fields)
        {
            // "key LF value"; a key without a value stands for true and has no LF.
            var end = field.IndexOf('\n', StringComparison.Ordinal);
            if (end > 0) _values[field[..end]] = field[(end + 1)..];
        }
    }

    /// <summary>A setting, or null. Section and name in lower case, the subsection as written.</summary>
    public string? this[string key] => _values.GetValueOrDefault(key) is { Length: > 0 } value ? value : null;

    /// <summary>What signing goes by (git-config(1), <c>gpg.*</c> and <c>user.signingKey</c>).</summary>
    public IEnumerable<KeyValuePair<string, string>> Signing =>
        _values.Where(pair => pair.Key == "user.signingkey" || pair.Key.StartsWith("gpg.", StringComparison.Ordinal));

    /// <summary>Reads them with one run of git.</summary>
    public static async Task<GitSettings> ReadAsync(GitClient git, string directory, CancellationToken cancellationToken)
    {
        var result = await git.RunAsync(new GitCall(directory, "config", "-z", "--get-regexp", Wanted), cancellationToken);
        // Exit code 1 says that none is set. Any other trouble (a broken user configuration) will be reported, with its
        // place, by the command that does the work.
        return new GitSettings(result.Succeeded ? result.Fields : []);
    }

    /// <summary>The address that a branch comes from: its own remote, else <c>origin</c>, else the only one there is.</summary>
    public string? RemoteOf(string? branch)
    {
        var own = branch is null ? null : this[$"branch.{branch}.remote"];
        if (own is not null && this[$"remote.{own}.url"] is { } url) return url;
        if (this["remote.origin.url"] is { } origin) return origin;
        var remotes = _values.Where(pair => pair.Key.StartsWith("remote.", StringComparison.Ordinal)).ToList();
        return remotes.Count == 1 ? remotes[0].Value : null;
    }
}
