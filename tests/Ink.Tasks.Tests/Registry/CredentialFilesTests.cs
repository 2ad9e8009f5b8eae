using System.Text;
using System.Text.Json;
using Ink.Tasks.GitOps;
using Ink.Tasks.Registry;

namespace Ink.Tasks.Tests.Registry;

/// <summary>Which credentials are taken, where there are several.</summary>
public sealed class CredentialFilesTests : IDisposable
{
    private readonly TemporaryFolder _home = new();
    private readonly Dictionary<string, string> _variables = [];

    public CredentialFilesTests()
    {
        _variables["XDG_RUNTIME_DIR"] = Path.Combine(_home.Path, "run");
        _variables["XDG_CONFIG_DIR"] = Path.Combine(_home.Path, "config");
        _variables["DOCKER_CONFIG"] = Path.Combine(_home.Path, "docker");
    }

    [Fact]
    public async Task Podmans_files_come_before_Dockers_and_one_without_the_registry_leaves_it_to_the_next()
    {
        Write("docker/config.json", "registry.example", "docker");
        Assert.Equal("docker", await UserAsync());
        Write("config/containers/auth.json", "registry.example", "podman");
        Assert.Equal("podman", await UserAsync());
        Write("run/containers/auth.json", "another.example", "nobody");
        Assert.Equal("podman", await UserAsync());
        Write("run/containers/auth.json", "registry.example", "session");
        Assert.Equal("session", await UserAsync());
    }

    [Fact]
    public async Task A_file_that_REGISTRY_AUTH_FILE_names_is_the_only_one()
    {
        Write("docker/config.json", "registry.example", "docker");
        Write("own.json", "another.example", "own");
        _variables["REGISTRY_AUTH_FILE"] = Path.Combine(_home.Path, "own.json");

        Assert.Null(await UserAsync());
        Assert.Equal("own", await UserAsync("another.example"));
    }

    [Theory]
    [InlineData("https://registry.example/acme/team", "registry.example")]
    [InlineData("REGISTRY.example", "registry.example")]
    [InlineData("registry.example:5000", "registry.example:5000")]
    public async Task An_entry_is_found_by_its_host(string key, string host)
    {
        Write("docker/config.json", key, "ada");
        Assert.Equal("ada", await UserAsync(host));
        Assert.Null(await UserAsync("registry.example.attacker.example"));
        Assert.Null(await UserAsync("example"));
    }

    [Theory]
    [InlineData("Push", "push")]
    [InlineData("PullFromPushed", "pull")]
    [InlineData("Pull", "pull")]
    public async Task Each_use_has_variables_of_its_own(string use, string expected)
    {
        Set("DOTNET_CONTAINER_PUSH_REGISTRY", "push");
        Set("DOTNET_CONTAINER_PULL_REGISTRY", "pull");
        Set("DOTNET_CONTAINER_REGISTRY", "general");

        Assert.Equal(expected, await UserAsync(use: Enum.Parse<RegistryUse>(use)));
    }

    [Theory]
    [InlineData("Push", "general")]
    [InlineData("PullFromPushed", "general")]
    [InlineData("Pull", "file")]
    public async Task What_the_pushed_registry_knows_us_by_is_not_told_to_another(string use, string expected)
    {
        Set("DOTNET_CONTAINER_REGISTRY", "general");
        Set("SDK_CONTAINER_REGISTRY", "legacy");
        Write("docker/config.json", "registry.example", "file");

        Assert.Equal(expected, await UserAsync(use: Enum.Parse<RegistryUse>(use)));
    }

    public void Dispose() => _home.Dispose();

    private void Set(string prefix, string user) => (_variables[$"{prefix}_UNAME"], _variables[$"{prefix}_PWORD"]) = (user, "made-up-word");

    private async Task<string?> UserAsync(string registry = "registry.example", RegistryUse use = RegistryUse.Push)
    {
        var sources = new CredentialSources(use, name => _variables.GetValueOrDefault(name));
        return (await sources.FindAsync(RegistryHost.Of(registry, name => _variables.GetValueOrDefault(name)), CancellationToken.None))?.User;
    }

    private void Write(string file, string registry, string user)
    {
        var path = Path.Combine(_home.Path, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var pair = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:made-up-word"));
        File.WriteAllText(path, JsonSerializer.Serialize(new { auths = new Dictionary<string, object> { [registry] = new { auth = pair } } }));
    }
}
