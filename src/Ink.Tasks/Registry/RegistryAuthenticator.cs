using System.Text.Json;
using System.Text.Json.Serialization;
using Ink.Tasks.Errors;

namespace Ink.Tasks.Registry;

/// <summary>
/// Answers a registry's challenge: Basic with the credentials, or a Bearer token fetched with or without them
/// (https://distribution.github.io/distribution/spec/auth/token/ and …/oauth/).
/// </summary>
internal sealed class RegistryAuthenticator(RegistryHost host, RegistryTransport transport, CredentialSources credentials, TimeProvider clock) : IDisposable
{
    private readonly SemaphoreSlim _search = new(1, 1);
    private RegistryCredential? _credential;
    private bool _asked;

    /// <summary>Whether the last answer held credentials, which decides what to advise when it was not enough.</summary>
    public bool HadCredentials => _credential is not null;

    /// <summary>What answers a challenge; null where there is nothing to answer with.</summary>
    /// <param name="challenge">The challenge.</param>
    /// <param name="scope">What is wanted, for a registry that does not say what it takes.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="InkException">INK4002: the token is refused. INK4006: the answer is malformed.</exception>
    public async Task<RegistryToken?> AnswerAsync(AuthChallenge challenge, string scope, CancellationToken cancellationToken)
    {
        // Before credentials are looked for: a helper need not be woken for an address that nothing will be sent to.
        var realm = challenge.IsBearer ? CheckedRealm(challenge.Realm) : null;
        await FindCredentialAsync(cancellationToken);
        if (realm is null)
            return _credential is { IsIdentityToken: false } known ? RegistryToken.Basic(known) : null;

        var question = new TokenQuestion(realm, challenge.Service, (challenge.Scope ?? scope).Split(' ', StringSplitOptions.RemoveEmptyEntries));
        var response = await transport.SendAsync(() => question.ToMessage(_credential), isAnswerStreamed: false, cancellationToken);
        if (question.IsAnsweredByPostOnly(response, _credential))
        {
            response.Dispose();
            response = await transport.SendAsync(() => question.ToPasswordGrant(_credential!), isAnswerStreamed: false, cancellationToken);
        }

        using (response)
        {
            if (response.IsSuccessStatusCode) return await ReadTokenAsync(response, cancellationToken);
            var said = await RegistryError.ReadAsync(response, cancellationToken);
            throw RegistryError.Refused(host, HadCredentials, $"no token from '{realm.Host}', {said}");
        }
    }

    /// <inheritdoc />
    public void Dispose() => _search.Dispose();

    // Once a client: a helper may take a second, and ask a person.
    private async Task FindCredentialAsync(CancellationToken cancellationToken)
    {
        await _search.WaitAsync(cancellationToken);
        try
        {
            if (!_asked) _credential = await credentials.FindAsync(host, cancellationToken);
            _asked = true;
        }
        finally
        {
            _search.Release();
        }
    }

    // The registry names the place that the credentials are sent to, so it must at least be one that TLS protects.
    private Uri CheckedRealm(string? text)
    {
        var isFine = Uri.TryCreate(text, UriKind.Absolute, out var realm)
            && (realm.Scheme == Uri.UriSchemeHttps || (realm.Scheme == Uri.UriSchemeHttp && host.IsInsecure));
        return isFine ? realm! : throw new InkException(
            ErrorCodes.Digest, $"The registry '{host.Name}' sends for tokens to '{text}', which is not an https address. Nothing was sent there; ask whoever runs the registry.");
    }

    private async Task<RegistryToken> ReadTokenAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            var answer = JsonSerializer.Deserialize<TokenAnswer>(await response.Content.ReadAsByteArrayAsync(cancellationToken));
            if ((answer?.Token ?? answer?.AccessToken) is { Length: > 0 } token)
            {
                Masking.Register(token);
                return RegistryToken.Bearer(token, answer?.ExpiresIn, clock);
            }
        }
        catch (JsonException)
        {
            // Said below, without the parser's message: it may quote the token.
        }

        throw new InkException(ErrorCodes.Digest, $"The registry '{host.Name}' answered a request for a token without a token. Ask whoever runs it.");
    }

    private sealed record TokenAnswer(
        [property: JsonPropertyName("token")] string? Token,
        [property: JsonPropertyName("access_token")] string? AccessToken,
        [property: JsonPropertyName("expires_in")] int? ExpiresIn);
}
