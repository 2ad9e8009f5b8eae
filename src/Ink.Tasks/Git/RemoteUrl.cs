using Ink.Tasks.Errors;

namespace Ink.Tasks.Git;

/// <summary>
/// The address of a repository in one of git's spellings (git-fetch(1), "GIT URLS"), taken apart so that what is secret
/// in it can travel by another way than the process list.
/// </summary>
/// <param name="Address">The address without credentials; what git is given and what messages show.</param>
/// <param name="User">The user name that an http(s) address carried, decoded.</param>
/// <param name="Password">The password or token that an http(s) address carried, decoded.</param>
internal sealed record RemoteUrl(string Address, string? User = null, string? Password = null)
{
    /// <summary>Whether the address is a folder of this machine.</summary>
    public bool IsLocal => IsFilePath(Address) || Address.StartsWith("file://", StringComparison.OrdinalIgnoreCase);

    /// <summary>Takes an address apart.</summary>
    /// <param name="text">The address as configured.</param>
    /// <param name="directory">What a relative path is relative to.</param>
    /// <exception cref="InkException">The address is empty or of a form that git could take for an option or a command.</exception>
    public static RemoteUrl Parse(string text, string directory)
    {
        text = text.Trim();
        if (text.Length == 0 || text.Any(char.IsControl)) throw Refused(text, "it is empty or holds a control character");
        if (text.StartsWith('-')) throw Refused(text, "git would take it for an option");
        if (IsFilePath(text)) return new RemoteUrl(Path.GetFullPath(text, directory));

        var scheme = text.IndexOf("://", StringComparison.Ordinal);
        var helper = text.IndexOf("::", StringComparison.Ordinal);
        // <helper>::<address> runs a program of that name; "::" later on is part of an IPv6 address.
        if (helper >= 0 && (scheme < 0 || helper < scheme)) throw Refused(text, "remote helpers ('ext::', 'fd::' …) run commands");
        if (scheme < 0) return new RemoteUrl(text);

        var authority = text[(scheme + 3)..];
        var at = EndOfUserInfo(authority);
        if (authority[(at + 1)..].StartsWith('-')) throw Refused(text, "its host name begins with '-'");
        var isHttp = text.StartsWith("http", StringComparison.OrdinalIgnoreCase);
        if (at < 0 || !isHttp) return new RemoteUrl(text);

        var user = authority[..at].Split(':', 2);
        var password = user.Length == 2 ? Uri.UnescapeDataString(user[1]) : null;
        Masking.Register(password);
        return new RemoteUrl(text[..(scheme + 3)] + authority[(at + 1)..], Uri.UnescapeDataString(user[0]), password);
    }

    /// <summary>An address fit for a label or a link: without user or password, except the account name of ssh.</summary>
    public static string WithoutCredentials(string text)
    {
        var scheme = text.IndexOf("://", StringComparison.Ordinal);
        if (scheme < 0) return text;
        var authority = text[(scheme + 3)..];
        var at = EndOfUserInfo(authority);
        if (at < 0) return text;
        var account = text.StartsWith("ssh", StringComparison.OrdinalIgnoreCase) ? authority[..at].Split(':')[0] + "@" : "";
        return text[..(scheme + 3)] + account + authority[(at + 1)..];
    }

    // Where user and password end; -1 without them. A password that nobody encoded, or that MSBuild has decoded (%2F in a property is
    // a slash), may hold '/', '?', '#' and '@': with a password, it reaches to the last '@', so that no part of it is left in the address.
    private static int EndOfUserInfo(string afterScheme)
    {
        var end = afterScheme.IndexOfAny(['/', '?', '#']);
        var authority = end < 0 ? afterScheme : afterScheme[..end];
        var at = authority.LastIndexOf('@');
        var user = at < 0 ? authority : authority[..at];
        var colon = user.StartsWith('[') ? -1 : user.IndexOf(':', StringComparison.Ordinal);
        var isPort = at < 0 && colon >= 0 && user[(colon + 1)..].All(char.IsAsciiDigit);
        return colon < 0 || isPort ? at : afterScheme.LastIndexOf('@');
    }

    // git's rule: a colon before the first slash makes it host:path, a single letter before the colon a Windows drive.
    private static bool IsFilePath(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0) return true;
        if (OperatingSystem.IsWindows() && colon == 1) return true;
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        return slash >= 0 && slash < colon;
    }

    private static InkException Refused(string text, string why) => new(
        ErrorCodes.GitOps,
        $"The GitOps repository address '{text}' is refused: {why}. Set InkGitOpsUrl to an https://, ssh://, git@host:path or file:// address, or to a folder.");
}
