using System.Collections.Concurrent;
using System.Net;
using Ink.Tasks.Errors;

namespace Ink.Tasks.Registry;

/// <summary>
/// A registry that is talked to: requests, answered challenges, and the tokens that were given, one a scope. A challenge to
/// a token that was taken before is how a registry says that it has expired; it is answered once more, and no further.
/// </summary>
internal sealed class RegistryConnection : IDisposable
{
    // Name and password open every scope, so they have a place of their own.
    private const string EveryScope = "";

    private readonly ConcurrentDictionary<string, RegistryToken> _tokens = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _answering = new(1, 1);
    private readonly RegistryTransport _transport;
    private readonly RegistryAuthenticator _authenticator;

    /// <summary>Opens a connection to a registry; nothing is sent yet.</summary>
    public RegistryConnection(string registry, RegistryOptions options)
    {
        Options = options;
        Host = RegistryHost.Of(registry, options.Environment);
        _transport = new RegistryTransport(Host, options);
        _authenticator = new RegistryAuthenticator(Host, _transport, new CredentialSources(options.Use, options.Environment), options.Clock);
    }

    /// <summary>The registry.</summary>
    public RegistryHost Host { get; }

    /// <summary>What the connection works with.</summary>
    public RegistryOptions Options { get; }

    /// <summary>Whether credentials were found and sent.</summary>
    public bool HadCredentials => _authenticator.HadCredentials;

    /// <summary>Sends a request, with what the registry asks for. Any status is a result.</summary>
    /// <exception cref="InkException">INK4002: no answer, or no token. INK4006: an answer that is not the specification's.</exception>
    /// <exception cref="TransferBrokenException">A request that is sent once broke.</exception>
    public async Task<HttpResponseMessage> SendAsync(RegistryRequest request, CancellationToken cancellationToken)
    {
        var token = TokenFor(request.Scope);
        var response = await SendAsync(request, token, cancellationToken);
        if (response.StatusCode != HttpStatusCode.Unauthorized || AuthChallenge.Of(response.Headers) is not { } challenge) return response;
        // Another host's challenge is not the registry's to answer.
        if (response.RequestMessage?.RequestUri is { } asked && !RegistryTransport.IsSame(asked, _transport.BaseAddress)) return response;

        var answer = await AnswerAsync(challenge, request.Scope, token, cancellationToken);
        if (answer is null || request.IsSentOnce) return response;
        response.Dispose();
        return await SendAsync(request, answer, cancellationToken);
    }

    /// <summary>What is wrong with an answer that is neither a success nor "there is none".</summary>
    /// <param name="what">What was asked for, for a person.</param>
    /// <param name="response">The answer.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<InkException> FailureAsync(string what, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var error = await RegistryError.ReadAsync(response, cancellationToken);
        if (response.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden)
            return RegistryError.Refused(Host, HadCredentials, $"{what}, {error}");
        if (response.StatusCode == HttpStatusCode.NotFound && error.Codes.Count == 0)
            return new InkException(ErrorCodes.Registry, $"'{Host.Name}' does not answer as a registry does (status 404 for {what} without a registry's error). Check InkRegistry.");
        var wait = RegistryRetry.Wanted(response) is { } wanted ? $"; it asks to wait {wanted.TotalSeconds:F0} s" : "";
        return new InkException(ErrorCodes.Registry, $"The registry '{Host.Name}' failed on {what}: {error}{wait}. Try again, or ask whoever runs it.");
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _authenticator.Dispose();
        _answering.Dispose();
        _transport.Dispose();
    }

    private async Task<HttpResponseMessage> SendAsync(RegistryRequest request, RegistryToken? token, CancellationToken cancellationToken)
    {
        if (!request.IsSentOnce)
            return await _transport.SendAsync(() => request.ToMessage(_transport.BaseAddress, token?.Header), request.IsAnswerStreamed, cancellationToken);
        try
        {
            using var message = request.ToMessage(_transport.BaseAddress, token?.Header);
            return await _transport.SendOnceAsync(message, cancellationToken);
        }
        catch (Exception error) when (RegistryRetry.IsPassing(error) && error is not TransferBrokenException)
        {
            throw new TransferBrokenException($"the connection to '{Host.Name}' broke ({error.Message.TrimEnd('.')})", error);
        }
    }

    private RegistryToken? TokenFor(string scope)
    {
        if (_tokens.TryGetValue(EveryScope, out var basic)) return basic;
        return _tokens.TryGetValue(scope, out var token) && token.IsFresh(Options.Clock) ? token : null;
    }

    // One at a time: ten requests that are refused together need one token.
    private async Task<RegistryToken?> AnswerAsync(AuthChallenge challenge, string scope, RegistryToken? refused, CancellationToken cancellationToken)
    {
        await _answering.WaitAsync(cancellationToken);
        try
        {
            if (TokenFor(scope) is { } newer && newer != refused) return newer;
            // The same name and password would get the same answer.
            if (!challenge.IsBearer && refused is not null) return null;
            _tokens.TryRemove(scope, out _);
            var answer = await _authenticator.AnswerAsync(challenge, scope, cancellationToken);
            if (answer is not null) _tokens[challenge.IsBearer ? scope : EveryScope] = answer;
            return answer;
        }
        finally
        {
            _answering.Release();
        }
    }
}
