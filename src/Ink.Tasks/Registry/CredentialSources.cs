namespace Ink.Tasks.Registry;

/// <summary>
/// Finds a registry's credentials in the places and the order that the .NET SDK does when it pushes: its environment
/// variables, and only without them the Docker configuration. So Ink asks as whoever the SDK pushes as.
/// </summary>
/// <param name="environment">Reads an environment variable.</param>
internal sealed class CredentialSources(Func<string, string?> environment)
{
    private static readonly string[] Prefixes = ["DOTNET_CONTAINER_PUSH_REGISTRY", "DOTNET_CONTAINER_REGISTRY", "SDK_CONTAINER_REGISTRY"];

    /// <summary>The credentials, or null: then the registry is asked anonymously.</summary>
    public async Task<RegistryCredential?> FindAsync(RegistryHost host, CancellationToken cancellationToken)
    {
        foreach (var prefix in Prefixes)
        {
            if (environment($"{prefix}_UNAME") is { Length: > 0 } user && environment($"{prefix}_PWORD") is { Length: > 0 } password)
                return RegistryCredential.Of(user, password);
        }

        var configuration = await DockerConfiguration.ReadAsync(environment, cancellationToken);
        return configuration is null ? null : await configuration.FindAsync(host, cancellationToken);
    }
}
