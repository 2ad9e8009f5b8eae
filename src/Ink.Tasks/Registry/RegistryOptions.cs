using System.Diagnostics.CodeAnalysis;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace Ink.Tasks.Registry;

/// <summary>What a registry client works with; the defaults are for real use, tests put their own in.</summary>
internal sealed record RegistryOptions
{
    /// <summary>Reads an environment variable.</summary>
    public Func<string, string?> Environment { get; init; } = System.Environment.GetEnvironmentVariable;

    /// <summary>Makes the transport for a registry.</summary>
    public Func<RegistryHost, HttpMessageHandler> Transport { get; init; } = MakeTransport;

    /// <summary>How often a request is repeated after 429, 5xx or a broken connection.</summary>
    public int Retries { get; init; } = 5;

    /// <summary>The median of the first wait; later ones grow, with jitter.</summary>
    public TimeSpan FirstDelay { get; init; } = TimeSpan.FromMilliseconds(200);

    /// <summary>The longest wait of the client's own choice.</summary>
    public TimeSpan LongestDelay { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>The longest wait that a registry may ask for (Retry-After); at a longer one the call ends, and says so.</summary>
    public TimeSpan LongestRetryAfter { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long one request may take, a blob's transfer excepted.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a blob's transfer may stand still: no byte comes or goes, or all went and the registry still checks them.</summary>
    public TimeSpan LongestStandstill { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>Tells the time, by which tokens expire.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Whose credentials are taken from the environment.</summary>
    public RegistryUse Use { get; init; } = RegistryUse.Push;

    [SuppressMessage("Security", "CA5359", Justification = "Only for registries that the user has named insecure, as the SDK does when it pushes to them.")]
    private static SocketsHttpHandler MakeTransport(RegistryHost host) => new()
    {
        // Redirects are followed by the client, which decides what goes along.
        AllowAutoRedirect = false,
        ConnectTimeout = TimeSpan.FromSeconds(10),
        SslOptions = host.IsInsecure
            ? new SslClientAuthenticationOptions { RemoteCertificateValidationCallback = AcceptNamedAsInsecure }
            : new SslClientAuthenticationOptions(),
    };

    private static bool AcceptNamedAsInsecure(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors) => true;
}
