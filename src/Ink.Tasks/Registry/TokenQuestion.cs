using System.Net;
using System.Net.Http.Headers;

namespace Ink.Tasks.Registry;

/// <summary>
/// A request for a token, in the forms that there are (https://distribution.github.io/distribution/spec/auth/token/ and
/// …/oauth/). The order is the .NET SDK's: an identity token by POST; a password by GET, and by POST where there is no GET.
/// </summary>
/// <param name="Realm">Where tokens come from.</param>
/// <param name="Service">The service that the token is for, if it has a name.</param>
/// <param name="Scopes">What the token is to allow.</param>
internal sealed record TokenQuestion(Uri Realm, string? Service, IReadOnlyList<string> Scopes)
{
    private const string Client = "ink";

    /// <summary>The first thing to send.</summary>
    public HttpRequestMessage ToMessage(RegistryCredential? credential)
    {
        // An identity token is an OAuth2 refresh token: it goes in the body, never in an address.
        if (credential is { IsIdentityToken: true } token) return Post(new("grant_type", "refresh_token"), new("refresh_token", token.Secret));

        // A scope a parameter in an address; in a body one parameter for all, see Post.
        var parameters = Scopes.Select(scope => ("scope", scope));
        if (Service is { } service) parameters = parameters.Append(("service", service));
        var query = string.Join('&', parameters.Select(pair => $"{pair.Item1}={Uri.EscapeDataString(pair.Item2)}"));
        var address = new UriBuilder(Realm) { Query = Realm.Query.Length > 1 ? $"{Realm.Query[1..]}&{query}" : query };
        var request = new HttpRequestMessage(HttpMethod.Get, address.Uri);
        if (credential is { } user) request.Headers.Authorization = new AuthenticationHeaderValue("Basic", user.Basic);
        return request;
    }

    /// <summary>
    /// Whether the server has no GET. Only then is a password sent a second time, in the other form: the SDK does so after any
    /// refusal, and a wrong password that counts twice locks an account in half the time.
    /// </summary>
    public bool IsAnsweredByPostOnly(HttpResponseMessage response, RegistryCredential? credential) =>
        response.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.MethodNotAllowed
        && credential is { IsIdentityToken: false } && Realm.Scheme == Uri.UriSchemeHttps;

    /// <summary>A password, in a body.</summary>
    public HttpRequestMessage ToPasswordGrant(RegistryCredential credential) =>
        Post(new("grant_type", "password"), new("username", credential.User), new("password", credential.Secret));

    private HttpRequestMessage Post(params KeyValuePair<string, string>[] grant)
    {
        List<KeyValuePair<string, string>> form = [.. grant, new("client_id", Client), new("scope", string.Join(' ', Scopes))];
        if (Service is { } service) form.Add(new("service", service));
        return new HttpRequestMessage(HttpMethod.Post, Realm) { Content = new FormUrlEncodedContent(form) };
    }
}
