using System.Net.Http.Headers;

namespace Ink.Tasks.Registry;

/// <summary>What answered a challenge, kept for the requests that follow.</summary>
/// <param name="Header">The Authorization header.</param>
/// <param name="Ends">When it is no longer worth sending.</param>
internal sealed record RegistryToken(AuthenticationHeaderValue Header, DateTimeOffset Ends)
{
    // The token specification's default where the server names no life time.
    private const int DefaultSeconds = 60;

    // A token must still be good when it arrives.
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(10);

    /// <summary>Whether it can still be sent.</summary>
    public bool IsFresh(TimeProvider clock) => clock.GetUtcNow() < Ends;

    /// <summary>A Bearer token. Its life is counted from now, by this machine's clock: the server's may be another.</summary>
    public static RegistryToken Bearer(string token, int? seconds, TimeProvider clock)
    {
        var life = TimeSpan.FromSeconds(seconds is > 0 ? seconds.Value : DefaultSeconds);
        return new RegistryToken(new AuthenticationHeaderValue("Bearer", token), clock.GetUtcNow() + (life > 2 * Margin ? life - Margin : life / 2));
    }

    /// <summary>A name and a password, which are good for as long as the process lives.</summary>
    public static RegistryToken Basic(RegistryCredential credential) =>
        new(new AuthenticationHeaderValue("Basic", credential.Basic), DateTimeOffset.MaxValue);

    // Records print their members, and this one must not.
    public override string ToString() => $"{Header.Scheme} until {Ends:u}";
}
