using System.Text.Json;

namespace Ink.EndToEnd.Tests.Infrastructure;

/// <summary>The file in which docker, the .NET SDK, skopeo and podman look credentials up.</summary>
internal static class DockerConfiguration
{
    public static string For(string registry, Credentials credentials) => JsonSerializer.Serialize(
        new Dictionary<string, object>
        {
            ["auths"] = new Dictionary<string, object> { [registry] = new { auth = credentials.Basic } },
        });
}
