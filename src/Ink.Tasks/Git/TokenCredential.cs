using System.Diagnostics.CodeAnalysis;
using Ink.Tasks.Errors;

namespace Ink.Tasks.Git;

/// <summary>A token in a variable, where an address has no credentials of its own and no helper is set up: <c>INK_GITOPS_TOKEN</c>.</summary>
internal static class TokenCredential
{
    /// <summary>The variable, whoever the host is.</summary>
    public const string Variable = "INK_GITOPS_TOKEN";

    private const string UserVariable = "INK_GITOPS_USER";

    /// <summary>The address with the token, if one is set and may go there: over TLS, or to this machine.</summary>
    public static RemoteUrl Apply(RemoteUrl remote, Func<string, string?> environment)
    {
        if (remote.User is not null || environment(Variable) is not { Length: > 0 } token) return remote;
        if (!MayGoTo(remote.Address, out var uri)) return remote;
        Masking.Register(token);
        return remote with { User = environment(UserVariable) is { Length: > 0 } user ? user : UserOf(uri.Host), Password = token };
    }

    /// <summary>Whether a token may be sent to an address: over TLS, or to this machine.</summary>
    public static bool MayGoTo(string address, [NotNullWhen(true)] out Uri? uri) =>
        Uri.TryCreate(address, UriKind.Absolute, out uri) && (uri.Scheme == "https" || (uri.Scheme == "http" && uri.IsLoopback));

    // What the hosts document for tokens; those that are not named here take any.
    private static string UserOf(string host) =>
        host.Contains("gitlab", StringComparison.OrdinalIgnoreCase) ? "oauth2"
        : host.Contains("bitbucket", StringComparison.OrdinalIgnoreCase) ? "x-token-auth"
        : "x-access-token";
}
