using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using Ink.Tasks.Errors;
using Ink.Tasks.GitOps;
using Ink.Tasks.Registry;

namespace Ink.Tasks.Tests.Registry;

/// <summary>Against Debian's docker-registry over plain HTTP on loopback, with and without a password.</summary>
public sealed class RealRegistryTests : IDisposable
{
    // The bcrypt hash of "correct-horse", as htpasswd -B writes it.
    private const string Users = "ada:$2y$05$abcdefghijklmnopqrstuuZ0Fx87Pb/Aqb0E90lfvCwzXnaFKUHpS\n";

    private readonly TemporaryFolder _folder = new();
    private Process? _process;

    [SkippableFact]
    public async Task A_pushed_tag_resolves_and_an_absent_one_is_null()
    {
        var host = await StartAsync(authentication: "");
        var options = new RegistryOptions
        {
            Environment = name => name switch { "DOTNET_CONTAINER_INSECURE_REGISTRIES" => host, "DOCKER_CONFIG" => _folder.Path, _ => null },
        };
        using var client = new RegistryClient(host, options);

        Assert.Null(await client.ResolveDigestAsync(new ImageReference(host, "shop", "1"), CancellationToken.None));
        var digest = await PushAsync(host, "shop", "1");

        Assert.Equal(digest, await client.ResolveDigestAsync(new ImageReference(host, "shop", "1"), CancellationToken.None));
        Assert.Equal(digest, await client.ResolveDigestAsync(new ImageReference(host, "shop", Digest: digest), CancellationToken.None));
        Assert.Null(await client.ResolveDigestAsync(new ImageReference(host, "shop", "2"), CancellationToken.None));
    }

    [SkippableFact]
    public async Task A_registry_that_wants_a_password_refuses_without_and_with_a_wrong_one()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder.Path, "htpasswd"), Users);
        var host = await StartAsync($"auth:\n  htpasswd:\n    realm: ink\n    path: {_folder.Path}/htpasswd\n");
        var image = new ImageReference(host, "shop", "1");

        Assert.Equal("INK4002", (await Assert.ThrowsAsync<InkException>(() => AskAsync(null))).Code);
        Assert.Equal("INK4002", (await Assert.ThrowsAsync<InkException>(() => AskAsync("wrong-horse"))).Code);
        Assert.Null(await AskAsync("correct-horse"));

        async Task<string?> AskAsync(string? password)
        {
            using var client = new RegistryClient(host, new RegistryOptions
            {
                Environment = name => name switch
                {
                    "DOTNET_CONTAINER_INSECURE_REGISTRIES" => host,
                    "DOCKER_CONFIG" => _folder.Path,
                    "DOTNET_CONTAINER_REGISTRY_UNAME" when password is not null => "ada",
                    "DOTNET_CONTAINER_REGISTRY_PWORD" => password,
                    _ => null,
                },
            });
            return await client.ResolveDigestAsync(image, CancellationToken.None);
        }
    }

    public void Dispose()
    {
        _process?.Kill(entireProcessTree: true);
        _process?.WaitForExit();
        _process?.Dispose();
        _folder.Dispose();
    }

    private async Task<string> StartAsync(string authentication)
    {
        var program = (System.Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Select(folder => Path.Combine(folder, "docker-registry")).FirstOrDefault(File.Exists);
        Skip.If(program is null, "docker-registry is not installed (apt-get install docker-registry)");

        string host;
        using (var probe = new TcpListener(IPAddress.Loopback, 0))
        {
            probe.Start();
            host = $"127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port}";
        }

        var configuration = Path.Combine(_folder.Path, "registry.yml");
        await File.WriteAllTextAsync(
            configuration,
            $"version: 0.1\nlog:\n  level: error\nstorage:\n  filesystem:\n    rootdirectory: {_folder.Path}/data\nhttp:\n  addr: {host}\n{authentication}");
        _process = Process.Start(new ProcessStartInfo(program!, ["serve", configuration]) { RedirectStandardError = true, RedirectStandardOutput = true })!;
        _process.BeginErrorReadLine();
        _process.BeginOutputReadLine();

        using var http = new HttpClient();
        for (var started = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(20);)
        {
            try
            {
                using var answer = await http.GetAsync(new Uri($"http://{host}/v2/"));
                return host;
            }
            catch (HttpRequestException)
            {
                Assert.False(_process.HasExited, "docker-registry did not start");
            }
        }

        throw new TimeoutException("docker-registry did not answer");
    }

    /// <summary>Pushes the smallest image there is, by the distribution specification's "pushing" section.</summary>
    private static async Task<string> PushAsync(string host, string repository, string tag)
    {
        using var http = new HttpClient { BaseAddress = new Uri($"http://{host}") };
        var config = "{}"u8.ToArray();
        var configDigest = $"sha256:{Convert.ToHexStringLower(SHA256.HashData(config))}";
        using var begun = await http.PostAsync(new Uri($"/v2/{repository}/blobs/uploads/", UriKind.Relative), null);
        var upload = new UriBuilder(begun.Headers.Location!);
        upload.Query = upload.Query.TrimStart('?') + $"&digest={Uri.EscapeDataString(configDigest)}";
        using var content = new ByteArrayContent(config);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        using var put = await http.PutAsync(upload.Uri, content);
        put.EnsureSuccessStatusCode();

        const string Type = "application/vnd.docker.distribution.manifest.v2+json";
        var manifest = Encoding.UTF8.GetBytes(
            $$"""{"schemaVersion":2,"mediaType":"{{Type}}","config":{"mediaType":"application/vnd.docker.container.image.v1+json","size":2,"digest":"{{configDigest}}"},"layers":[]}""");
        using var body = new ByteArrayContent(manifest);
        body.Headers.ContentType = new MediaTypeHeaderValue(Type);
        using var pushed = await http.PutAsync(new Uri($"/v2/{repository}/manifests/{tag}", UriKind.Relative), body);
        pushed.EnsureSuccessStatusCode();
        return $"sha256:{Convert.ToHexStringLower(SHA256.HashData(manifest))}";
    }
}
