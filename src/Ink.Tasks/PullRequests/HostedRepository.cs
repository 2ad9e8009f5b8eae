using System.Text.RegularExpressions;

namespace Ink.Tasks.PullRequests;

/// <summary>A repository as its host's web pages know it.</summary>
/// <param name="Host">Whose pages they are.</param>
/// <param name="Web">Scheme, host and port of the pages.</param>
/// <param name="Path">The repository's path there, without a slash at its ends.</param>
internal sealed partial record HostedRepository(GitHost Host, string Web, string Path)
{
    /// <summary>The last segment: the repository's own name.</summary>
    public string Name => Path[(Path.LastIndexOf('/') + 1)..];

    /// <summary>What is in front of it: owner, group or workspace.</summary>
    public string Owner => Path.Contains('/', StringComparison.Ordinal) ? Path[..Path.LastIndexOf('/')] : "";

    /// <summary>Reads an address; null where it is none of a host that is known.</summary>
    /// <param name="address">The address, without credentials.</param>
    /// <param name="host">Whose it is, where its name does not tell.</param>
    public static HostedRepository? Of(string address, GitHost? host)
    {
        var (web, path) = Split(address);
        if (web.Length == 0) return null;
        var name = web[(web.IndexOf("://", StringComparison.Ordinal) + 3)..];
        if ((host ?? Guess(name)) is not { } known) return null;
        return known == GitHost.AzureDevOps ? Azure(web, name, path) : new HostedRepository(known, web, path);
    }

    private static (string Web, string Path) Split(string address)
    {
        if (Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Host.Length > 0)
        {
            var isHttp = uri.Scheme is "http" or "https";
            // The port of ssh is not that of the pages.
            return (isHttp ? uri.GetLeftPart(UriPartial.Authority) : $"https://{uri.Host}", Clean(uri.AbsolutePath));
        }

        var match = ScpForm().Match(address);
        return match.Success ? ($"https://{match.Groups["host"].Value}", Clean(match.Groups["path"].Value)) : ("", "");
    }

    private static string Clean(string path)
    {
        var trimmed = path.Trim('/');
        return trimmed.EndsWith(".git", StringComparison.Ordinal) ? trimmed[..^4] : trimmed;
    }

    private static GitHost? Guess(string host) => host switch
    {
        _ when host.Contains("github", StringComparison.OrdinalIgnoreCase) => GitHost.GitHub,
        _ when host.Contains("gitlab", StringComparison.OrdinalIgnoreCase) => GitHost.GitLab,
        _ when host.Contains("bitbucket.org", StringComparison.OrdinalIgnoreCase) => GitHost.Bitbucket,
        _ when host.Contains("dev.azure.com", StringComparison.OrdinalIgnoreCase) || host.EndsWith(".visualstudio.com", StringComparison.OrdinalIgnoreCase) => GitHost.AzureDevOps,
        _ when host.Contains("gitea", StringComparison.OrdinalIgnoreCase) || host.Contains("forgejo", StringComparison.OrdinalIgnoreCase) || host == "codeberg.org" => GitHost.Gitea,
        _ => null,
    };

    // organisation/project/_git/repository over https, v3/organisation/project/repository over ssh.
    private static HostedRepository Azure(string web, string name, string path)
    {
        var isSsh = path.StartsWith("v3/", StringComparison.Ordinal);
        if (isSsh) web = "https://dev.azure.com";
        var segments = (isSsh ? path[3..] : path).Split('/').Where(segment => segment != "_git").ToList();
        // A project's main repository goes without its name.
        if (segments.Count == (name.EndsWith(".visualstudio.com", StringComparison.OrdinalIgnoreCase) ? 1 : 2)) segments.Add(segments[^1]);
        return new HostedRepository(GitHost.AzureDevOps, web, string.Join('/', segments));
    }

    [GeneratedRegex(@"^(?:[^@/\s]+@)?(?<host>[A-Za-z0-9.\-]+):(?<path>[^/\s].*)$")]
    private static partial Regex ScpForm();
}
