using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using Ink.Tasks.GitOps;
using Ink.Tasks.Registry;

namespace Ink.Tasks.Tests.Registry;

/// <summary>Debian's docker-registry on loopback, empty: open, with a password, or over TLS.</summary>
internal sealed class RegistryServer : IDisposable
{
    public const string User = "ada";
    public const string Password = "correct-horse";

    // The bcrypt hash of the password, as htpasswd -B writes it.
    private const string Users = "ada:$2y$05$abcdefghijklmnopqrstuuZ0Fx87Pb/Aqb0E90lfvCwzXnaFKUHpS\n";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly TemporaryFolder _folder;
    private readonly Process _process;

    private RegistryServer(string host, TemporaryFolder folder, Process process) => (Host, _folder, _process) = (host, folder, process);

    public string Host { get; }

    /// <summary>Where it keeps blobs, for tests that spoil them.</summary>
    public string Data => Path.Combine(_folder.Path, "data");

    public RegistryOptions Options => OptionsFor(Host);

    /// <summary>Options that see this registry alone, and nothing of the machine's own configuration.</summary>
    public static RegistryOptions OptionsFor(string insecure, params (string Name, string Value)[] variables) => new()
    {
        Environment = name => name switch
        {
            "DOTNET_CONTAINER_INSECURE_REGISTRIES" => insecure,
            "DOCKER_CONFIG" or "XDG_CONFIG_DIR" => "/nowhere",
            _ => variables.FirstOrDefault(variable => variable.Name == name).Value,
        },
        FirstDelay = TimeSpan.FromMilliseconds(1),
        LongestDelay = TimeSpan.FromMilliseconds(10),
    };

    public static async Task<RegistryServer> StartAsync(bool withPassword = false, X509Certificate2? certificate = null)
    {
        var program = (System.Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Select(folder => Path.Combine(folder, "docker-registry")).FirstOrDefault(File.Exists);
        Skip.If(program is null, "docker-registry is not installed (apt-get install docker-registry)");

        var folder = new TemporaryFolder();
        var host = $"127.0.0.1:{FreePort.Next()}";
        var configuration = Path.Combine(folder.Path, "registry.yml");
        await File.WriteAllTextAsync(configuration, await ConfigurationAsync(folder.Path, host, withPassword, certificate));
        var process = Process.Start(new ProcessStartInfo(program!, ["serve", configuration]) { RedirectStandardError = true, RedirectStandardOutput = true })!;
        process.BeginErrorReadLine();
        process.BeginOutputReadLine();
        var server = new RegistryServer(host, folder, process);
        try
        {
            await server.AnswersAsync();
            return server;
        }
        catch
        {
            server.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
        _process.Dispose();
        _folder.Dispose();
    }

    private static async Task<string> ConfigurationAsync(string folder, string host, bool withPassword, X509Certificate2? certificate)
    {
        var text = $"version: 0.1\nlog:\n  level: error\nstorage:\n  delete:\n    enabled: true\n  filesystem:\n    rootdirectory: {folder}/data\nhttp:\n  addr: {host}\n";
        if (certificate is not null)
        {
            await File.WriteAllTextAsync(Path.Combine(folder, "tls.crt"), certificate.ExportCertificatePem());
            await File.WriteAllTextAsync(Path.Combine(folder, "tls.key"), certificate.GetRSAPrivateKey()!.ExportPkcs8PrivateKeyPem());
            text += $"  tls:\n    certificate: {folder}/tls.crt\n    key: {folder}/tls.key\n";
        }

        if (!withPassword) return text;
        await File.WriteAllTextAsync(Path.Combine(folder, "htpasswd"), Users);
        return text + $"auth:\n  htpasswd:\n    realm: ink\n    path: {folder}/htpasswd\n";
    }

    private async Task AnswersAsync()
    {
        var (address, port) = (IPAddress.Loopback, int.Parse(Host.Split(':')[1], System.Globalization.CultureInfo.InvariantCulture));
        for (var started = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(started) < Patience;)
        {
            try
            {
                using var socket = new TcpClient();
                await socket.ConnectAsync(address, port);
                return;
            }
            catch (SocketException)
            {
                Assert.False(_process.HasExited, "docker-registry did not start");
            }
        }

        throw new TimeoutException("docker-registry did not answer");
    }
}
