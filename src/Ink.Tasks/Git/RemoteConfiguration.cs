namespace Ink.Tasks.Git;

/// <summary>
/// Makes an address known to git as the remote <c>origin</c> through environment variables. Neither the address nor its
/// credentials are then in an argument, where a process list shows them, or in a file that a killed build leaves behind.
/// </summary>
internal static class RemoteConfiguration
{
    // A credential helper of gitcredentials(7) that answers from two variables, so that the password is in no argument.
    private const string Helper = "!f() { test \"$1\" = get && printf 'username=%s\\npassword=%s\\n' \"$INK_GIT_USER\" \"$INK_GIT_PASSWORD\"; }; f";

    /// <summary>The variables to run git with.</summary>
    /// <param name="remote">The address.</param>
    /// <param name="settings">Further settings for the same runs.</param>
    /// <param name="sshCommand">The user's own <c>core.sshCommand</c>, if any.</param>
    public static Dictionary<string, string?> For(RemoteUrl remote, IEnumerable<KeyValuePair<string, string>> settings, string? sshCommand)
    {
        var all = new List<KeyValuePair<string, string>>(settings) { new("remote.origin.url", remote.Address) };
        if (remote.User is { } user)
        {
            // Scoped to the host: a redirect elsewhere must not be answered with these.
            var scope = $"credential.{new Uri(remote.Address).GetLeftPart(UriPartial.Authority)}";
            if (remote.Password is null)
            {
                all.Add(new($"{scope}.username", user));
            }
            else
            {
                all.Add(new($"{scope}.helper", "")); // An empty one clears the list: what the address says wins.
                all.Add(new($"{scope}.helper", Helper));
            }
        }

        var variables = GitEnvironment.Configuration(all);
        if (remote.Password is not null)
        {
            variables["INK_GIT_USER"] = remote.User;
            variables["INK_GIT_PASSWORD"] = remote.Password;
        }

        // ssh asks for passphrases and host keys on the terminal itself, past the closed standard input, and waits forever.
        if (sshCommand is null && IsUnset("GIT_SSH_COMMAND") && IsUnset("GIT_SSH"))
            variables["GIT_SSH_COMMAND"] = "ssh -o BatchMode=yes";
        return variables;
    }

    private static bool IsUnset(string name) => string.IsNullOrEmpty(System.Environment.GetEnvironmentVariable(name));
}
