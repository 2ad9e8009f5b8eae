using Microsoft.Build.Framework;

namespace Ink.Tasks.Tests.Shell;

/// <summary>The task on a GitOps repository, with an image on this machine: what is found, rendered and pushed.</summary>
public sealed class PromoteReleaseTests : IDisposable
{
    private readonly PromotionBench _bench = new();

    public PromoteReleaseTests() => _bench.Production["Namespace"] = "shops";

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void What_is_promoted_is_what_a_deploy_of_the_commit_would_have_been()
    {
        _bench.Write("config/production.json", "{ }\n");
        _bench.Write("config/staging.json", "{}\n");
        var file = PromotionBench.Declare("ConfigFile", ("Path", "config/{environment}.json"));
        Deploy("production", declarations: file);
        var deployed = Production();
        _bench.GitOps.Git("update-ref", "-d", "refs/heads/main");
        Deploy("staging", declarations: file);
        File.Delete(_bench.PathOf("config/production.json"));

        Promoted();

        Assert.Equal(deployed, Production());
        Assert.Contains(deployed, line => line.StartsWith("apps/shop/production/configmap-", StringComparison.Ordinal));
        Assert.Equal(
            $"deploy(shop): 1a2b3c4d to production\n\nInk-App: shop\nInk-Environment: production\nInk-Source: {PromotionBench.Commit}\nInk-Image: shop:{PromotionBench.Commit}@{PromotionBench.Digest}",
            _bench.GitOps.Git("log", "-1", "--format=%B").Trim());
    }

    [Fact]
    public void A_second_promotion_makes_no_commit_and_says_so()
    {
        Deploy("staging");
        Promoted();
        var tip = _bench.GitOps.Git("rev-parse", "main");

        var engine = Promoted();

        Assert.Equal(tip, _bench.GitOps.Git("rev-parse", "main"));
        Assert.EndsWith($"→ production (from staging): image shop:{PromotionBench.Commit}@{PromotionBench.Digest}, GitOps repository unchanged at {tip[..8]}", engine.Messages[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_older_than_what_is_there_is_INK4010_unless_it_is_meant()
    {
        Deploy("staging");
        _bench.Deploy("production", commit: new string('b', 40), time: "2026-03-04T05:06:07Z");
        var tip = _bench.GitOps.Git("rev-parse", "main");

        Assert.Contains("bbbbbbbb is there, and it is younger", Refused("INK4010"), StringComparison.Ordinal);
        Assert.Equal(tip, _bench.GitOps.Git("rev-parse", "main"));

        Assert.Empty(_bench.Promote(global: ("InkAllowStale", "true")).Errors);
        Assert.NotEqual(tip, _bench.GitOps.Git("rev-parse", "main"));
    }

    [Fact]
    public void An_app_that_an_attribute_names_is_found_by_its_assembly()
    {
        _bench.GitOps.Commit(("readme.md", "Ours\n"));
        Deploy("staging", assembly: "Other", declarations: PromotionBench.Declare("App", ("Name", "shop")));
        Deploy("staging", declarations: PromotionBench.Declare("App", ("Name", "storefront")));
        WriteArchive("storefront");

        var engine = _bench.Promote();

        Assert.Empty(engine.Errors);
        Assert.Contains("apps/storefront/production/deployment-storefront.yaml", _bench.GitOps.Files());
        Assert.DoesNotContain(_bench.GitOps.Files(), path => path.StartsWith("apps/shop/production/", StringComparison.Ordinal));
    }

    [Fact]
    public void Two_apps_of_one_assembly_are_INK4012_until_one_is_named()
    {
        Deploy("staging", declarations: PromotionBench.Declare("App", ("Name", "one")));
        Deploy("staging", declarations: PromotionBench.Declare("App", ("Name", "two")));

        Assert.Contains("2 apps in staging are of Shop: one, two. Pass -p:InkAppName=", Refused("INK4012"), StringComparison.Ordinal);

        WriteArchive("two");
        Assert.Empty(_bench.Promote(global: ("InkAppName", "two")).Errors);
        Assert.Contains("apps/two/production/deployment-two.yaml", _bench.GitOps.Files());
    }

    [Fact]
    public void A_name_that_only_the_deploy_was_given_is_INK4012_and_asked_for()
    {
        _bench.Properties["InkAppName"] = "shop-x";
        Deploy("staging");
        _bench.Properties.Remove("InkAppName");

        Assert.Contains("is deployed to staging as \"shop-x\", and by the properties of this call it is \"shop\". Pass -p:InkAppName=shop-x", Refused("INK4012"), StringComparison.Ordinal);
    }

    [Fact]
    public void An_environment_that_was_never_deployed_to_is_INK4012_and_says_how_to()
    {
        _bench.GitOps.Commit(("readme.md", "Ours\n"));

        var said = Refused("INK4012");

        Assert.Contains("has no apps/shop/staging/.ink/release.json", said, StringComparison.Ordinal);
        Assert.Contains("dotnet publish -t:InkDeploy -p:InkEnvironment=staging", said, StringComparison.Ordinal);
    }

    [Fact]
    public void A_repository_that_is_still_to_be_made_is_INK4012_and_is_not_made()
    {
        using var task = new PromoteRelease
        {
            BuildEngine = new RecordingEngine(), From = "staging", To = "production", AssemblyName = "Shop", OutputPath = _bench.PathOf("out"), ProjectDirectory = _bench.PathOf(""),
            Environments = [new Microsoft.Build.Utilities.TaskItem("staging"), new Microsoft.Build.Utilities.TaskItem("production")],
        };

        Assert.False(task.Execute());
        Assert.Equal("INK4012", Assert.Single(((RecordingEngine)task.BuildEngine).Errors).Code);
        Assert.False(Directory.Exists(_bench.PathOf("out")));
    }

    [Theory]
    [InlineData("", "production", "INK4008", "InkFrom is not set")]
    [InlineData("staging", "", "INK4008", "InkTo is not set")]
    [InlineData("qa", "production", "INK4008", "Pass one of them as -p:InkFrom=…")]
    [InlineData("staging", "prod", "INK4008", "Pass one of them as -p:InkTo=…")]
    [InlineData("staging", "staging", "INK4012", "both \"staging\"")]
    public void Environments_that_cannot_be_are_coded_errors(string from, string to, string code, string says) =>
        Assert.Contains(says, Refused(code, from, to), StringComparison.Ordinal);

    [Theory]
    [InlineData("""{"schema":2}""", "schema 2, and this Ink reads up to 1")]
    [InlineData("{", "cannot be read")]
    [InlineData("""{"schema":1}""", "cannot be read")]
    public void A_release_that_cannot_be_read_is_INK4012(string text, string says)
    {
        _bench.GitOps.Commit(("apps/shop/staging/.ink/release.json", text));

        Assert.Contains(says, Refused("INK4012"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_transform_is_applied()
    {
        Deploy("staging");
        _bench.Transform = typeof(MarkingTransform);

        Promoted();

        Assert.Contains("marked-in: production", _bench.GitOps.Read("apps/shop/production/deployment-shop.yaml"), StringComparison.Ordinal);
    }

    [SkippableFact]
    public void The_overlays_of_the_working_tree_are_applied()
    {
        Skip.IfNot((Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, "kubectl"))), "kubectl is not installed");
        Deploy("staging");
        _bench.Write("ink/production/kustomization.yaml", "labels:\n- pairs: { tier: gold }\n");

        Promoted();

        var deployment = _bench.GitOps.Read("apps/shop/production/deployment-shop.yaml");
        Assert.Contains("tier: gold", deployment, StringComparison.Ordinal);
        Assert.Contains($"image: shop:{PromotionBench.Commit}@{PromotionBench.Digest}", deployment, StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_policy_refuses_is_not_pushed()
    {
        Deploy("staging");
        _bench.Transform = typeof(PrivilegedTransform);

        var engine = _bench.Promote();

        Assert.Equal(["INK2002", "INK2013", "INK4001"], engine.Errors.Select(error => error.Code).Distinct());
        Assert.Contains("Nothing was pushed", engine.Errors[^1].Message, StringComparison.Ordinal);
        Assert.Empty(Production());
    }

    [Fact]
    public void A_release_of_another_version_is_promoted_with_the_warning_INK4018()
    {
        Deploy("staging");
        var release = _bench.GitOps.Read("apps/shop/staging/.ink/release.json");
        _bench.GitOps.Commit(("apps/shop/staging/.ink/release.json", release.Replace($"\"ink\": \"{InkVersionOf(release)}\"", "\"ink\": \"0.0.9\"", StringComparison.Ordinal)));

        var warning = Assert.Single(Promoted().Warnings);

        Assert.Equal("INK4018", warning.Code);
        Assert.StartsWith("Ink 0.0.9 rendered shop for staging, and Ink ", warning.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_image_on_this_machine_that_has_gone_is_INK4006_and_nothing_is_pushed()
    {
        _bench.Deploy("staging");

        Assert.Contains("is missing or holds another image", Refused("INK4006"), StringComparison.Ordinal);
    }

    [Fact]
    public void An_image_on_this_machine_is_not_promoted_to_a_registry()
    {
        Deploy("staging");
        _bench.Production["Registry"] = "registry.example.com";

        Assert.Contains("it is on the machine that made it, and cannot be promoted to 'registry.example.com'", Refused("INK4012"), StringComparison.Ordinal);
    }

    [Fact]
    public void An_image_on_this_machine_is_not_promoted_to_where_others_deploy_from()
    {
        Deploy("staging");
        _bench.Properties["InkGitOpsUrl"] = _bench.GitOps.Url;

        Assert.Contains("is in no registry, and what is pushed to InkGitOpsUrl is deployed by others", Refused("INK4002"), StringComparison.Ordinal);
    }

    private static string InkVersionOf(string release) => System.Text.Json.Nodes.JsonNode.Parse(release)!["ink"]!.GetValue<string>();

    private void Deploy(string environment, string assembly = "Shop", params Model.Declarations.Declaration[] declarations)
    {
        _bench.Deploy(environment, assembly: assembly, declarations: declarations);
        WriteArchive("shop");
    }

    private void WriteArchive(string name) => SampleArchive.Write(Path.Combine(_bench.GitOps.Root, "images", $"{name}-{PromotionBench.Commit}.tar"), PromotionBench.Digest);

    private RecordingEngine Promoted()
    {
        var engine = _bench.Promote();
        Assert.Empty(engine.Errors.Select(error => error.Message));
        return engine;
    }

    private string Refused(string code, string from = "staging", string to = "production")
    {
        var before = _bench.GitOps.Git("for-each-ref");
        BuildErrorEventArgs error = Assert.Single(_bench.Promote(from, to).Errors);
        Assert.Equal(code, error.Code);
        Assert.Equal(before, _bench.GitOps.Git("for-each-ref"));
        return error.Message!;
    }

    // Path and content of everything that production consists of.
    private string[] Production() =>
        [.. _bench.GitOps.Git("ls-tree", "-r", "--format=%(path) %(objectname)", "main").Split('\n').Where(line => line.Contains("/production/", StringComparison.Ordinal))];
}
