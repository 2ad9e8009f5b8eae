using Ink.EndToEnd.Tests.Infrastructure;
using Ink.EndToEnd.Tests.Services;
using Xunit.Abstractions;

namespace Ink.EndToEnd.Tests.Scenarios;

/// <summary>One commit, deployed to dev and then to production: what the files say in each.</summary>
[Collection(ShopReleaseScenarios.Name)]
public sealed class ManifestScenario(ShopRelease release, ITestOutputHelper output) : Scenario(output)
{
    [Theory]
    [InlineData("dev", "USD", "192Mi", "1", "shop.dev.example.com", "111111111111")]
    [InlineData("production", "EUR", "384Mi", "2", "shop.example.com", "333333333333")]
    public async Task Each_environment_has_its_own_values(
        string environment, string currency, string memory, string replicas, string host, string account)
    {
        var app = release.In(environment);
        var web = await app.Object("deployment-shop.yaml");
        var container = web.At("spec template spec containers 0")!;

        Assert.Equal(replicas, web.Text("spec replicas"));
        Assert.Equal(currency, web.Variables()["CURRENCY"]);
        Assert.Equal(memory, container.Text("resources requests memory"));
        Assert.Equal(memory, container.Text("resources limits memory"));
        // Declared without an environment, and not written again for production.
        Assert.Equal("100m", container.Text("resources requests cpu"));
        Assert.Equal(host, (await app.Object("ingress-shop.yaml")).Text("spec rules 0 host"));
        Assert.Equal(
            $"arn:aws:iam::{account}:role/shop",
            (await app.Object("serviceaccount-shop.yaml")).Text("metadata annotations eks.amazonaws.com/role-arn"));
        Assert.Equal($"/shop/{environment}/DB_PASSWORD", (await app.Object("externalsecret-shop.yaml")).Text("spec data 0 remoteRef key"));
    }

    [Fact]
    public async Task The_probes_ask_where_the_app_answers()
    {
        var container = (await release.In("dev").Object("deployment-shop.yaml")).At("spec template spec containers 0")!;

        Assert.Equal("/health/live", container.Text("livenessProbe httpGet path"));
        Assert.Equal("/health/ready", container.Text("readinessProbe httpGet path"));
        Assert.Equal("8080", container.Text("ports 0 containerPort"));
        Assert.Equal(container.Text("ports 0 name"), container.Text("readinessProbe httpGet port"));
    }

    [Theory]
    [InlineData("dev")]
    [InlineData("production")]
    public async Task The_argo_cd_application_follows_the_folder(string environment)
    {
        var application = await release.In(environment).Application();

        Assert.Equal($"shop-{environment}", application.Text("metadata name"));
        Assert.Equal("argocd", application.Text("metadata namespace"));
        Assert.Equal(release.GitOps.Url, application.Text("spec source repoURL"));
        Assert.Equal("main", application.Text("spec source targetRevision"));
        Assert.Equal($"apps/shop/{environment}", application.Text("spec source path"));
        Assert.Equal("shop", application.Text("spec destination namespace"));
        Assert.Equal("true", application.Text("spec syncPolicy automated prune"));
        Assert.Equal("true", application.Text("spec syncPolicy automated selfHeal"));
        Assert.Contains("CreateNamespace=true", application.At("spec syncPolicy syncOptions")!.AsArray().Select(option => (string)option!));
    }

    [Fact]
    public async Task The_release_says_what_was_deployed()
    {
        var json = await release.In("production").Release();

        Assert.Equal(release.Commit, json.Text("commit"));
        Assert.Equal(release.Image, json.Text("image"));
        Assert.Equal(release.FirstDigest, json.Text("digest"));
        Assert.Equal((await Bench.Sdk).Version, json.Text("ink"));
        Assert.Equal("Shop", json.Text("model assembly"));
        var files = json.At("files")!.AsObject().Select(file => file.Key).Append(".ink/release.json");
        Assert.Equal(await release.In("production").Files(), files.Order(StringComparer.Ordinal));
    }

    [SkippableTheory]
    [InlineData("dev", 8)]
    [InlineData("production", 9)]
    public async Task Kustomize_takes_the_folder_and_every_object_is_valid(string environment, int objects)
    {
        Schemas.SkipIfAbsent();
        var folder = release.Workspace.Beside($"exported-{environment}");
        await release.GitOps.Export(folder);

        var stream = YamlJson.ParseAll(await Kustomize.Build(release.Workspace.Shell, Path.Combine(folder, "apps", "shop", environment)));

        Assert.Equal(objects, stream.Count);
        Assert.All(stream, document => Assert.Empty(Schemas.Validate(document)));
        Assert.Empty(Schemas.Validate(await release.In(environment).Application()));
    }
}
