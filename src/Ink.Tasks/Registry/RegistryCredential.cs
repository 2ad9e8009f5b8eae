using Ink.Tasks.Errors;

namespace Ink.Tasks.Registry;

/// <summary>What a registry's user proves themselves with: a name and a password, or an identity token.</summary>
/// <param name="User">The user name; empty with an identity token.</param>
/// <param name="Secret">The password or token.</param>
/// <param name="IsIdentityToken">Whether it is an OAuth2 refresh token, to be exchanged for access tokens.</param>
internal sealed record RegistryCredential(string User, string Secret, bool IsIdentityToken = false)
{
    // How the Docker tools mark an identity token where there is only room for a name and a password.
    private const string TokenUser = "<token>";

    /// <summary>Makes one, and registers its secret for masking.</summary>
    public static RegistryCredential Of(string user, string secret)
    {
        Masking.Register(secret);
        Masking.Register($"{user}:{secret}");
        return user == TokenUser ? new RegistryCredential("", secret, IsIdentityToken: true) : new RegistryCredential(user, secret);
    }

    /// <summary>The value of a Basic Authorization header (RFC 7617).</summary>
    public string Basic => Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes($"{User}:{Secret}"));

    // Records print their members, and this one must not.
    public override string ToString() => $"credential of '{User}'";
}
