using Ink.Tasks.Git;

namespace Ink.Tasks.SupplyChain.Provenance;

/// <summary>The address of a repository, fit for a statement that travels with an image: without accounts, credentials and folders of the machine.</summary>
internal static class SourceAddress
{
    // The account that everybody shares, and without which the address is another one.
    private const string SharedAccount = "git";

    /// <summary>The address as a URL; <see langword="null"/> where it is a folder of the machine, or there is none.</summary>
    /// <param name="remote">In one of git's spellings (git-fetch(1), "GIT URLS").</param>
    public static string? Of(string? remote)
    {
        if (string.IsNullOrWhiteSpace(remote))
            return null;
        var text = remote.Contains("://", StringComparison.Ordinal) ? remote : OfScp(remote);
        if (text is null || !Uri.TryCreate(RemoteUrl.WithoutCredentials(text), UriKind.Absolute, out var url) || url.IsFile || url.Host.Length == 0)
            return null;
        var account = url.Scheme == "ssh" && url.UserInfo == SharedAccount ? $"{SharedAccount}@" : "";
        return $"{url.Scheme}://{account}{url.Authority[(url.Authority.LastIndexOf('@') + 1)..]}{url.AbsolutePath}";
    }

    // "git@host:team/shop.git", where a colon before any slash is no drive of Windows.
    private static string? OfScp(string remote)
    {
        var colon = remote.IndexOf(':', StringComparison.Ordinal);
        var slash = remote.IndexOf('/', StringComparison.Ordinal);
        return colon <= 1 || (slash >= 0 && slash < colon) ? null : $"ssh://{remote[..colon]}/{remote[(colon + 1)..].TrimStart('/')}";
    }
}
