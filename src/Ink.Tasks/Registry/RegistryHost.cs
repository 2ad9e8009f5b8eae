namespace Ink.Tasks.Registry;

/// <summary>Where a registry's API is, and whether it may be talked to without TLS.</summary>
/// <param name="Name">The registry as named in image references.</param>
/// <param name="ApiHost">The host, and port if any, that answers for it.</param>
/// <param name="IsInsecure">Whether plain HTTP and unchecked certificates are accepted.</param>
internal sealed record RegistryHost(string Name, string ApiHost, bool IsInsecure)
{
    private const string InsecureVariable = "DOTNET_CONTAINER_INSECURE_REGISTRIES";

    /// <summary>
    /// Decides as the .NET SDK does when it pushes: <c>localhost</c> is insecure, and so is a registry that
    /// <c>DOTNET_CONTAINER_INSECURE_REGISTRIES</c> lists by its full name (separated by semicolons, in any case). Nothing else
    /// is, <c>127.0.0.1</c> included. The SDK goes on to ask <c>docker info</c> for the registries that Docker calls insecure;
    /// Ink does not: whether a password may travel in the clear should not depend on which programs a machine has.
    /// </summary>
    public static RegistryHost Of(string registry, Func<string, string?> environment)
    {
        var listed = (environment(InsecureVariable) ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var isInsecure = registry.Equals("localhost", StringComparison.OrdinalIgnoreCase)
            || registry.StartsWith("localhost:", StringComparison.OrdinalIgnoreCase)
            || listed.Contains(registry, StringComparer.OrdinalIgnoreCase);
        return new RegistryHost(registry, IsDockerHub(registry) ? "registry-1.docker.io" : registry, isInsecure);
    }

    /// <summary>
    /// The keys under which a Docker configuration may hold this registry's credentials, best first. <c>docker login</c>
    /// stores Docker Hub under the address of its first API, <c>podman login</c> under its name.
    /// </summary>
    public IEnumerable<string> CredentialKeys
    {
        get
        {
            string[] names = IsDockerHub(Name) ? ["https://index.docker.io/v1/", "index.docker.io", "docker.io", "registry-1.docker.io"] : [Name];
            return names.SelectMany(name => name.Contains("://", StringComparison.Ordinal)
                ? new[] { name }
                : [name, $"https://{name}", $"https://{name}/", $"https://{name}/v1/", $"https://{name}/v2/", $"http://{name}"]);
        }
    }

    private static bool IsDockerHub(string registry) => registry is "docker.io" or "index.docker.io" or "registry-1.docker.io";
}
