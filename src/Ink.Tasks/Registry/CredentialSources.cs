namespace Ink.Tasks.Registry;

/// <summary>
/// Finds a registry's credentials in the places and the order of the .NET SDK: its environment variables, and only without
/// them the Docker configuration. So Ink asks as whoever the SDK pushes as. The order was taken from
/// AuthHandshakeMessageHandler.cs in https://github.com/dotnet/sdk (src/Containers), as SDK 10.0.401 has it.
/// </summary>
/// <param name="use">What the registry is for.</param>
/// <param name="environment">Reads an environment variable.</param>
internal sealed class CredentialSources(RegistryUse use, Func<string, string?> environment)
{
    private const string Push = "DOTNET_CONTAINER_PUSH_REGISTRY";
    private const string Pull = "DOTNET_CONTAINER_PULL_REGISTRY";
    private const string General = "DOTNET_CONTAINER_REGISTRY";
    private const string Legacy = "SDK_CONTAINER_REGISTRY";

    // The variables name no host. Those of the registry that is pushed to are therefore never sent to another one.
    private IEnumerable<string> Prefixes => use switch
    {
        RegistryUse.Push => [Push, General, Legacy],
        RegistryUse.PullFromPushed => [Pull, General, Legacy],
        _ => [Pull],
    };

    /// <summary>The credentials, or null: then the registry is asked anonymously.</summary>
    public async Task<RegistryCredential?> FindAsync(RegistryHost host, CancellationToken cancellationToken)
    {
        foreach (var prefix in Prefixes)
        {
            if (environment($"{prefix}_UNAME") is { Length: > 0 } user && environment($"{prefix}_PWORD") is { Length: > 0 } password)
                return RegistryCredential.Of(user, password);
        }

        foreach (var file in DockerConfiguration.Files(environment))
        {
            var configuration = await DockerConfiguration.ReadAsync(file, cancellationToken);
            if (configuration is not null && await configuration.FindAsync(host, cancellationToken) is { } found) return found;
        }

        return null;
    }
}
