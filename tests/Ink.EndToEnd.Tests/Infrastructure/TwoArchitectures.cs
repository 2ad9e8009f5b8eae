using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Ink.EndToEnd.Tests.Infrastructure;

/// <summary>
/// An index of two base images, which are one: the second says that it is for arm64. Enough for what is made of it to be looked at, and never
/// run.
/// </summary>
internal static class TwoArchitectures
{
    private const string Repository = "dotnet/aspnet";
    private const string Tag = "two";
    private const string ManifestType = "application/vnd.oci.image.manifest.v1+json";
    private const string IndexType = "application/vnd.oci.image.index.v1+json";

    /// <summary>Makes it of the registry's base image; gives its name.</summary>
    public static async Task<string> Push(RegistryServer registry)
    {
        using var http = new HttpClient { BaseAddress = new Uri($"http://{registry.Host}/v2/{Repository}/") };
        http.DefaultRequestHeaders.Accept.ParseAdd(ManifestType);
        var manifest = JsonNode.Parse(await http.GetStringAsync(new Uri("manifests/10.0", UriKind.Relative)))!;
        var config = JsonNode.Parse(await http.GetStringAsync(new Uri($"blobs/{manifest["config"]!["digest"]}", UriKind.Relative)))!;
        var first = (string)config["architecture"]!;
        var second = first == "arm64" ? "amd64" : "arm64";
        var entries = new JsonArray(await PutManifest(http, manifest, first));

        config["architecture"] = second;
        var blob = Encoding.UTF8.GetBytes(config.ToJsonString());
        using var session = await http.PostAsync(new Uri("blobs/uploads/", UriKind.Relative), null);
        var place = session.EnsureSuccessStatusCode().Headers.Location!;
        using var content = new ByteArrayContent(blob);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        using var stored = await http.PutAsync(new Uri($"{place}{(place.Query.Length == 0 ? "?" : "&")}digest={DigestOf(blob)}"), content);
        stored.EnsureSuccessStatusCode();
        manifest["config"]!["digest"] = DigestOf(blob);
        manifest["config"]!["size"] = blob.Length;
        entries.Add(await PutManifest(http, manifest, second));

        await Put(http, Tag, IndexType, new JsonObject { ["schemaVersion"] = 2, ["mediaType"] = IndexType, ["manifests"] = entries });
        return $"{registry.Host}/{Repository}:{Tag}";
    }

    private static async Task<JsonNode> PutManifest(HttpClient http, JsonNode manifest, string architecture)
    {
        manifest["mediaType"] = ManifestType;
        var bytes = Encoding.UTF8.GetBytes(manifest.ToJsonString());
        await Put(http, DigestOf(bytes), ManifestType, manifest);
        return new JsonObject
        {
            ["mediaType"] = ManifestType,
            ["digest"] = DigestOf(bytes),
            ["size"] = bytes.Length,
            ["platform"] = new JsonObject { ["architecture"] = architecture, ["os"] = "linux" },
        };
    }

    private static async Task Put(HttpClient http, string selector, string type, JsonNode json)
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(json.ToJsonString()));
        content.Headers.ContentType = new MediaTypeHeaderValue(type);
        using var answer = await http.PutAsync(new Uri($"manifests/{selector}", UriKind.Relative), content);
        answer.EnsureSuccessStatusCode();
    }

    private static string DigestOf(byte[] content) => $"sha256:{Convert.ToHexStringLower(SHA256.HashData(content))}";
}
