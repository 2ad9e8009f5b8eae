namespace Ink.EndToEnd.Tests.Infrastructure;

/// <summary>A real OCI registry (docker-registry) on a loopback port, empty or with the base image, open or with a password.</summary>
internal sealed class RegistryServer : IDisposable
{
    /// <summary>The one user of a registry that asks for credentials.</summary>
    public static readonly Credentials User = new("ink", "open sesame");

    // bcrypt is the only form the registry reads; made once with crypt(3) from the password above.
    private const string PasswordFile = "ink:$2y$05$inkinkinkinkinkinkinkOb/0uAhmRRfHY0bEYeY69J8U5cU5NEXC\n";

    private const int Attempts = 5;

    private readonly TemporaryFolder _folder;
    private readonly BackgroundProcess _process;

    private RegistryServer(TemporaryFolder folder, BackgroundProcess process, string host, Credentials? credentials)
    {
        _folder = folder;
        _process = process;
        Host = host;
        Client = new RegistryClient(host, credentials);
    }

    /// <summary>Host and port, as image references have them.</summary>
    public string Host { get; }

    public string BaseImage => $"{Host}/dotnet/aspnet:10.0";

    public RegistryClient Client { get; }

    /// <param name="transcript">Gets the push of the base image.</param>
    /// <param name="withPassword">Whether it refuses everyone but <see cref="User"/>.</param>
    /// <param name="withBaseImage">Whether it holds <see cref="BaseImage"/>.</param>
    public static async Task<RegistryServer> Start(Transcript transcript, bool withPassword = false, bool withBaseImage = true)
    {
        var server = await Listen(withPassword);
        try
        {
            if (withBaseImage)
                await server.PushBaseImage(transcript);
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
        Client.Dispose();
        _process.Dispose();
        _folder.Dispose();
    }

    private static async Task<RegistryServer> Listen(bool withPassword)
    {
        var said = "";
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var folder = new TemporaryFolder("registry");
            var host = $"127.0.0.1:{FreePort.Next()}";
            var configuration = folder.Combine("config.yml");
            await File.WriteAllTextAsync(configuration, Configuration(folder, host, withPassword));
            var server = new RegistryServer(
                folder, BackgroundProcess.Start("docker-registry", "serve", configuration), host, withPassword ? User : null);

            var ready = await Poll.Until<object>(
                async () => server._process.HasExited || await server.Client.Answers() ? server : null, TimeSpan.FromSeconds(20));
            // An answer from somebody else's server on this port is no answer of ours.
            if (ready is not null && !server._process.HasExited)
                return server;
            said = server._process.Output;
            server.Dispose();
        }

        throw new InvalidOperationException($"docker-registry did not start in {Attempts} attempts; it said:\n{said}");
    }

    private static string Configuration(TemporaryFolder folder, string host, bool withPassword)
    {
        var passwords = folder.Combine("htpasswd");
        File.WriteAllText(passwords, PasswordFile);
        var configuration = $$"""
            version: 0.1
            log: { level: warn }
            storage: { filesystem: { rootdirectory: '{{folder.Combine("data")}}' }, delete: { enabled: true } }
            http: { addr: '{{host}}' }

            """;
        return withPassword
            ? configuration + $$"""auth: { htpasswd: { realm: ink, path: '{{passwords}}' } }"""
            : configuration;
    }

    private async Task PushBaseImage(Transcript transcript)
    {
        List<string> arguments = [Host];
        if (Client.Credentials is { } credentials)
        {
            var file = _folder.Combine("auth.json");
            await File.WriteAllTextAsync(file, DockerConfiguration.For(Host, credentials));
            arguments.Add(file);
        }

        var shell = new Shell(transcript, RepositoryRoot.Path, CommandEnvironment.Plain);
        (await shell.Run(RepositoryRoot.Combine("eng", "base-image.sh"), [.. arguments])).Succeeded();
    }
}
