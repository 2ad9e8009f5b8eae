using System.Net.Http.Headers;

namespace Ink.Tasks.Registry;

/// <summary>One request of the distribution specification, in a form that can be sent more than once.</summary>
/// <param name="Method">The method.</param>
/// <param name="Path">The address, relative to the registry's, or a whole one where the registry gave it (Location, Link).</param>
/// <param name="Scope">What a token has to allow for it, see <see cref="RegistryScope"/>.</param>
internal sealed record RegistryRequest(HttpMethod Method, string Path, string Scope)
{
    /// <summary>The media types that are understood as an answer; empty where any is.</summary>
    public IReadOnlyList<string> Accept { get; init; } = [];

    /// <summary>Makes the body; null where there is none.</summary>
    public Func<HttpContent>? Content { get; init; }

    /// <summary>Whether the answer's body is left on the connection, for the caller to read; else it is read whole, and read again after a break.</summary>
    public bool IsAnswerStreamed { get; init; }

    /// <summary>Whether the transport must leave repeating to the caller: a streamed body cannot be had twice.</summary>
    public bool IsSentOnce { get; init; }

    /// <summary>Makes the message.</summary>
    /// <param name="registry">The registry's address.</param>
    /// <param name="authorization">For the registry alone: an address elsewhere gets none.</param>
    public HttpRequestMessage ToMessage(Uri registry, AuthenticationHeaderValue? authorization)
    {
        var message = new HttpRequestMessage(Method, new Uri(registry, Path)) { Content = Content?.Invoke() };
        foreach (var type in Accept) message.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(type));
        message.Headers.UserAgent.Add(new ProductInfoHeaderValue("ink", "1.0"));
        if (RegistryTransport.IsSame(message.RequestUri!, registry)) message.Headers.Authorization = authorization;
        return message;
    }
}
