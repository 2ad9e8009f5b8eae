using System.Net.Http.Headers;
using System.Text.RegularExpressions;

namespace Ink.Tasks.Registry;

/// <summary>
/// What a registry asks for with 401 (RFC 9110, section 11.6.1; https://distribution.github.io/distribution/spec/auth/token/).
/// </summary>
/// <param name="IsBearer">Whether a token is to be fetched; else Basic.</param>
/// <param name="Realm">Where tokens come from.</param>
/// <param name="Service">The service the token is for.</param>
/// <param name="Scope">What the token is to allow.</param>
internal sealed partial record AuthChallenge(bool IsBearer, string? Realm, string? Service, string? Scope)
{
    /// <summary>The challenge to answer: Bearer where it is offered, else Basic, else null.</summary>
    public static AuthChallenge? Of(HttpResponseHeaders headers)
    {
        var bearer = headers.WwwAuthenticate.FirstOrDefault(header => header.Scheme.Equals("Bearer", StringComparison.OrdinalIgnoreCase));
        if (bearer is not null)
        {
            var values = Parameters().Matches(bearer.Parameter ?? "").ToLookup(
                match => match.Groups["name"].Value.ToUpperInvariant(),
                match => match.Groups["quoted"].Success ? match.Groups["quoted"].Value.Replace("\\", "", StringComparison.Ordinal) : match.Groups["plain"].Value);
            return new AuthChallenge(true, values["REALM"].FirstOrDefault(), values["SERVICE"].FirstOrDefault(), values["SCOPE"].FirstOrDefault());
        }

        var basic = headers.WwwAuthenticate.Any(header => header.Scheme.Equals("Basic", StringComparison.OrdinalIgnoreCase));
        return basic ? new AuthChallenge(false, null, null, null) : null;
    }

    [GeneratedRegex("""(?<name>[A-Za-z_]+)\s*=\s*(?:"(?<quoted>(?:[^"\\]|\\.)*)"|(?<plain>[^\s,"]+))""", RegexOptions.CultureInvariant)]
    private static partial Regex Parameters();
}
