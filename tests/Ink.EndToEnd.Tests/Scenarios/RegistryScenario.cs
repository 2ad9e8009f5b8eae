using System.IO.Compression;
using System.Text;
using Ink.EndToEnd.Tests.Infrastructure;
using Ink.EndToEnd.Tests.Services;
using Xunit.Abstractions;

namespace Ink.EndToEnd.Tests.Scenarios;

/// <summary>Registries as they are met: with a password, out of reach, by a name that cannot be.</summary>
public sealed class RegistryScenario(ITestOutputHelper output) : Scenario(output)
{
    private static readonly Credentials Impostor = RegistryServer.User with { Password = "close-sesame-4711" };

    [Fact]
    public async Task Credentials_of_the_docker_configuration_let_a_deploy_through()
    {
        using var registry = await RegistryServer.Start(Transcript, withPassword: true);
        var (workspace, gitOps) = await NewService(registry, RegistryServer.User);
        var commit = await workspace.Commit();

        var deploy = (await workspace.Publish("InkDeploy")).Succeeded();

        var digest = await registry.Client.DigestOf("greeter", commit);
        Assert.NotNull(digest);
        Assert.Equal(
            $"{registry.Host}/greeter:{commit}@{digest}", await new DeployedApp(gitOps, "greeter", "dev").Image("deployment-greeter.yaml"));
        AssertUntold(deploy, RegistryServer.User);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_wrong_password_fails_and_is_told_to_nobody(bool byVariables)
    {
        using var registry = await RegistryServer.Start(Transcript, withPassword: true, withBaseImage: false);
        var (workspace, gitOps) = await NewService(registry, byVariables ? null : Impostor);
        await workspace.Commit();
        if (byVariables)
        {
            workspace.Environment["DOTNET_CONTAINER_REGISTRY_UNAME"] = Impostor.User;
            workspace.Environment["DOTNET_CONTAINER_REGISTRY_PWORD"] = Impostor.Password;
        }

        // MSBuild itself notes every variable that begins with DOTNET_ in a binary log: nothing of Ink's could keep it out.
        var binlog = workspace.Beside("deploy.binlog");
        var deploy = byVariables ? await Refused(workspace, gitOps) : await Refused(workspace, gitOps, $"-bl:{binlog}");

        deploy.Says($"The registry '{registry.Host}' refuses access").Says($"docker login {registry.Host}");
        AssertUntold(deploy, Impostor);
        if (!byVariables)
            await AssertUntold(binlog, Impostor);
        Assert.Empty(await registry.Client.Tags("greeter"));
    }

    [Fact]
    public async Task A_registry_that_wants_a_password_and_gets_none_says_how_to_log_in()
    {
        using var registry = await RegistryServer.Start(Transcript, withPassword: true, withBaseImage: false);
        var (workspace, gitOps) = await NewService(registry, null);
        await workspace.Commit();

        (await Refused(workspace, gitOps)).Says("No credentials were found; log in with").Says($"docker login {registry.Host}");
    }

    [Fact]
    public async Task A_registry_without_tls_that_is_not_listed_fails_and_says_where_to_list_it()
    {
        var registry = await Bench.Registry;
        var (workspace, gitOps) = await NewService(registry, null);
        await workspace.Commit();
        workspace.Environment.Remove("DOTNET_CONTAINER_INSECURE_REGISTRIES");

        (await Refused(workspace, gitOps)).NeverSays("inner exception").Says($"name it in DOTNET_CONTAINER_INSECURE_REGISTRIES ('{registry.Host}')");
    }

    [Theory]
    [InlineData("InkRegistry=127.0.0.1:1", "The registry '127.0.0.1:1' cannot be reached", "Check InkRegistry")]
    [InlineData("InkRegistry=https://registry.example.com", "'https://registry.example.com' is not valid", "without 'https://'")]
    [InlineData("InkImageRepository=Team/Greeter API", "The image repository 'Team/Greeter API' is not valid", "lower-case letters")]
    public async Task A_registry_that_cannot_be_fails_and_says_what_to_write(string property, string what, string remedy)
    {
        var (workspace, gitOps) = await NewService(await Bench.Registry, null);
        await workspace.Commit();

        (await Refused(workspace, gitOps, property)).Says(what).Says(remedy);
    }

    private async Task<(Workspace Workspace, GitRepository GitOps)> NewService(RegistryServer registry, Credentials? credentials)
    {
        var workspace = Greeter.Write(await NewWorkspace(), (await Bench.Sdk).Version).UseRegistry(registry, credentials);
        var gitOps = await workspace.UseGitOps();
        await gitOps.Commit(new Dictionary<string, string> { ["readme.md"] = "Ours\n" });
        return (workspace, gitOps);
    }

    /// <summary>Deploys in vain: INK4002 and nothing else, and the GitOps repository is as it was.</summary>
    private static async Task<CommandResult> Refused(Workspace workspace, GitRepository gitOps, params string[] more)
    {
        var head = await gitOps.Head();

        var deploy = (await workspace.Publish("InkDeploy", more)).Failed("INK4002");

        Assert.Equal(["INK4002"], deploy.ErrorCodes);
        Assert.Equal(head, await gitOps.Head());
        return deploy;
    }

    private static void AssertUntold(CommandResult result, Credentials credentials) =>
        result.NeverSays(credentials.Password).NeverSays(credentials.Basic);

    /// <summary>Looks through the bytes of a binary log, which is a compressed stream.</summary>
    private static async Task AssertUntold(string binlog, Credentials credentials)
    {
        await using var compressed = File.OpenRead(binlog);
        await using var stream = new GZipStream(compressed, CompressionMode.Decompress);
        using var content = new MemoryStream();
        await stream.CopyToAsync(content);
        var bytes = content.ToArray();

        // The log is read rightly: what it does hold is found.
        Assert.True(bytes.AsSpan().IndexOf("INK4002"u8) >= 0);
        foreach (var secret in new[] { credentials.Password, credentials.Basic })
        {
            Assert.True(bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(secret)) < 0, "the binary log holds the password");
            Assert.True(bytes.AsSpan().IndexOf(Encoding.Unicode.GetBytes(secret)) < 0, "the binary log holds the password");
        }
    }
}
