using System.Globalization;
using Ink.EndToEnd.Tests.Infrastructure;
using Ink.EndToEnd.Tests.Services;
using Xunit.Abstractions;

namespace Ink.EndToEnd.Tests.Scenarios;

/// <summary>One commit, deployed to dev and then to production: the image and the commits.</summary>
[Collection(ShopReleaseScenarios.Name)]
public sealed class DeployScenario(ShopRelease release, ITestOutputHelper output) : Scenario(output)
{
    [Fact]
    public async Task The_image_is_made_once_for_all_environments()
    {
        Assert.StartsWith("sha256:", release.FirstDigest, StringComparison.Ordinal);
        Assert.Equal([release.Commit], await release.Registry.Client.Tags(ShopRelease.Repository));
        Assert.Equal(release.FirstDigest, await release.Registry.Client.DigestOf(ShopRelease.Repository, release.Commit));
        release.Dev.Says("Pushed image").NeverSays("was there already");
        release.Production.Says($"image {release.Image} was there already").NeverSays("Building image");
    }

    [Fact]
    public async Task The_image_says_what_it_is_of()
    {
        var settings = (await release.Registry.Client.Configuration(ShopRelease.Repository, release.Commit)).At("config")!;
        var labels = settings["Labels"]!;

        Assert.Equal(release.Commit, (string?)labels["org.opencontainers.image.revision"]);
        Assert.Equal("shop", (string?)labels["org.opencontainers.image.title"]);
        Assert.Equal("1.0.0", (string?)labels["org.opencontainers.image.version"]);
        Assert.Equal(
            DateTimeOffset.FromUnixTimeSeconds(long.Parse((await release.Workspace.Git("log", "-1", "--format=%ct")).Output.Trim(), CultureInfo.InvariantCulture)),
            DateTimeOffset.Parse((string)labels["org.opencontainers.image.created"]!, CultureInfo.InvariantCulture));
        Assert.NotNull(settings["ExposedPorts"]!["8080/tcp"]);
    }

    [Theory]
    [InlineData("dev", "deployment-shop.yaml")]
    [InlineData("dev", "deployment-shop-mailer.yaml")]
    [InlineData("production", "deployment-shop.yaml")]
    [InlineData("production", "deployment-shop-mailer.yaml")]
    public async Task Every_workload_runs_the_image_by_commit_and_digest(string environment, string file) =>
        Assert.Equal(release.Image, await release.In(environment).Image(file));

    [Fact]
    public async Task Every_object_is_a_file_at_its_place()
    {
        string[] both =
        [
            ".ink/release.json", "deployment-shop-mailer.yaml", "deployment-shop.yaml", "externalsecret-shop.yaml", "ingress-shop.yaml",
            "kustomization.yaml", "networkpolicy-shop-mailer.yaml", "networkpolicy-shop.yaml", "service-shop.yaml", "serviceaccount-shop.yaml",
        ];
        string[] production = [.. both.Append("poddisruptionbudget-shop.yaml").Order(StringComparer.Ordinal)];

        Assert.Equal(both, await release.In("dev").Files());
        Assert.Equal(production, await release.In("production").Files());
        Assert.Equal(["argocd/dev/shop.yaml", "argocd/production/shop.yaml"], await release.GitOps.Files("argocd"));
        Assert.Equal(both.Length + production.Length + 2, (await release.GitOps.Files()).Count);
    }

    [Fact]
    public async Task Each_deploy_is_one_commit_that_says_what_it_brings()
    {
        var shortHash = release.Commit[..8];

        Assert.Equal([$"deploy(shop): {shortHash} to production", $"deploy(shop): {shortHash} to dev"], await release.GitOps.Log());
        await AssertTrailers("dev", "main~1");
        await AssertTrailers("production", "main");
        Assert.All(await release.GitOps.Changed(), path => Assert.Contains("/production/", path, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Each_call_closes_with_what_runs_where_now()
    {
        var production = await release.GitOps.Head();
        var dev = (await release.Workspace.Shell.In(release.GitOps.Path).Run("git", "rev-parse", "main~1")).Succeeded().Output.Trim();

        Assert.Equal(
            $"Ink: shop {release.Commit[..8]} → dev: image {release.Image}, GitOps commit {dev[..8]} (11 files changed)",
            release.Dev.Lines[^1]);
        Assert.Equal(
            $"Ink: shop {release.Commit[..8]} → production: image {release.Image} was there already, GitOps commit {production![..8]} (12 files changed)",
            release.Production.Lines[^1]);
    }

    [Fact]
    public async Task The_same_commit_again_makes_no_image_and_no_commit()
    {
        var head = await release.GitOps.Head();

        var again = (await release.Workspace.Publish("InkDeploy", "InkEnvironment=dev")).Succeeded();

        again.NeverSays("Building image");
        Assert.Equal(
            $"Ink: shop {release.Commit[..8]} → dev: image {release.Image} was there already, GitOps repository unchanged at {head![..8]}",
            again.Lines[^1]);
        Assert.Equal(head, await release.GitOps.Head());
        Assert.Equal(release.FirstDigest, await release.Registry.Client.DigestOf(ShopRelease.Repository, release.Commit));
    }

    private async Task AssertTrailers(string environment, string reference) => Assert.Equal(
        new Dictionary<string, string>
        {
            ["Ink-App"] = "shop",
            ["Ink-Environment"] = environment,
            ["Ink-Source"] = release.Commit,
            ["Ink-Image"] = release.Image,
        },
        await release.GitOps.Trailers(reference));
}
