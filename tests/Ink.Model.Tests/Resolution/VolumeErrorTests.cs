using Ink.Model.Rules;
using Ink.Model.Tests.Support;
using static Ink.Model.Tests.Support.Declare;

namespace Ink.Model.Tests.Resolution;

public class VolumeErrorTests
{
    private static readonly Project Project = new();

    [Theory]
    [InlineData("data")]
    [InlineData("/data//x")]
    [InlineData("/data/../etc")]
    [InlineData("/data:ro")]
    [InlineData("C:\\data")]
    [InlineData("/a\\b")]
    public void A_mount_path_is_absolute(string path)
    {
        var volume = Volume(path);

        Project.Finding(volume).Blames(RuleCatalogue.EmptyArgument, volume, "MountPath", $"\"{path}\" is not the absolute path of a directory", "/var/lib/shop");
    }

    [Theory]
    [InlineData("10")]
    [InlineData("10GB")]
    [InlineData("ten")]
    [InlineData("500m")]
    public void A_size_is_an_amount_of_storage(string size)
    {
        var volume = Volume("/data", ("Size", size));

        Project.Finding(volume).Blames(RuleCatalogue.InvalidQuantity, volume, "Size", $"[Volume(\"/data\")] Size: \"{size}\"");
    }

    [Fact]
    public void A_class_has_the_name_of_an_object()
    {
        var volume = Volume("/data", ("Size", "1Gi"), ("StorageClass", "GP 3"));

        Project.Finding(volume).Blames(RuleCatalogue.InvalidName, volume, "StorageClass", "\"GP 3\" cannot be the name of a StorageClass", "lower-case");
    }

    [Fact]
    public void A_class_from_a_property_blames_the_property() =>
        new Project { Properties = { ["InkStorageClass"] = "GP 3" } }.Finding(Volume("/data", ("Size", "1Gi"))).Blames(RuleCatalogue.InvalidName, null, null, "InkStorageClass: \"GP 3\"");

    [Fact]
    public void A_property_is_nothing_to_scratch_space() => Assert.NotNull(new Project { Properties = { ["InkStorageClass"] = "GP 3" } }.Spec(Volume("/data")));

    [Theory]
    [InlineData("7")]
    [InlineData("readwriteonce")]
    [InlineData("ReadWriteOnce, ReadOnlyMany")]
    public void A_mode_is_one_of_the_enum(string mode)
    {
        var volume = Volume("/data", ("Size", "1Gi"), ("AccessMode", mode));

        Project.Finding(volume).Blames(RuleCatalogue.EmptyArgument, volume, "AccessMode", $"\"{mode}\" is none of ReadWriteOnce, ReadOnlyMany, ReadWriteMany, ReadWriteOncePod");
    }

    [Fact]
    public void There_is_one_medium()
    {
        var volume = Volume("/data", ("Medium", "HugePages"));

        Project.Finding(volume).Blames(RuleCatalogue.EmptyArgument, volume, "Medium", "\"HugePages\" is no medium", "\"Memory\"");
    }

    [Fact]
    public void A_medium_beside_a_size_has_no_effect()
    {
        var volume = Volume("/data", ("Size", "1Gi"), ("Medium", "Memory"));

        Project.Finding(volume).Blames(RuleCatalogue.NoEffect, volume, "Medium", "has no effect", "Remove Medium or Size");
    }

    [Fact]
    public void Nor_has_a_medium_that_means_to_override_a_size()
    {
        var medium = Volume("/data", ("Medium", "Memory")).In("dev");

        Project.Finding(Volume("/data", ("Size", "1Gi")), medium).Blames(RuleCatalogue.NoEffect, medium, "Medium", "has no effect");
    }

    [Theory]
    [InlineData("StorageClass", "gp3")]
    [InlineData("AccessMode", "ReadWriteMany")]
    public void What_is_said_of_storage_has_no_effect_without_a_size(string argument, string value)
    {
        var volume = Volume("/data", (argument, value));

        Project.Finding(volume).Blames(RuleCatalogue.NoEffect, volume, argument, $"[Volume(\"/data\")] {argument}: without Size", $"remove {argument}");
    }

    [Theory]
    [InlineData("production", null)]
    [InlineData(null, "web")]
    public void It_has_where_some_environment_or_workload_has_one(string? environment, string? workload) =>
        Assert.NotNull(Project.Spec(Web(), Volume("/data", ("StorageClass", "gp3")), Volume("/data", ("Size", "1Gi")) with { Environment = environment, Workload = workload }));

    [Fact]
    public void The_name_of_a_StatefulSet_leaves_room_for_a_hash()
    {
        var (volume, longest) = (Volume("/data", ("Size", "1Gi")), new string('a', 52));

        Assert.NotNull(Project.Spec(App(longest), volume));
        Project.Finding(App($"{longest}b"), volume).Blames(RuleCatalogue.InvalidName, volume, "Size", "becomes a StatefulSet", "has 53 characters; 52 are allowed", "Shorten");
        Assert.NotNull(Project.Spec(App($"{longest}b"), Volume("/data", ("Size", "1Gi"), ("AccessMode", "ReadWriteMany"))));
    }

    [Fact]
    public void The_Service_of_a_StatefulSet_must_begin_with_a_letter()
    {
        var app = App("1shop");

        Project.Worker.Finding(app, Volume("/data", ("Size", "1Gi"))).Blames(RuleCatalogue.InvalidName, app, "Name", "begin with a letter");
    }

    [Fact]
    public void A_workload_that_is_called_like_the_Service_of_another_is_an_error()
    {
        var volume = Volume("/data", ("Size", "1Gi")).For("web");

        Project.Finding(Web(), Worker("headless"), volume).Blames(RuleCatalogue.DuplicateName, volume, "Size", "\"checkout-headless\"", "the workload \"headless\"", "Rename");
    }

    [Fact]
    public void Two_claims_of_one_name_are_an_error()
    {
        var (shared, report) = (Volume("/data/x", ("Size", "1Gi"), ("AccessMode", "ReadWriteMany")), Volume("/x", ("Size", "1Gi")).For("data"));

        Project.Finding(Web(), CronJob("data", "@daily"), shared.For("web"), report).Blames(RuleCatalogue.DuplicateName, shared.For("web"), "MountPath", "the claim \"checkout-data-x\" is that of /x of the workload \"data\"", "elsewhere");
    }

    [Fact]
    public void A_claim_that_only_jobs_after_the_deploy_have_would_wait_for_ever()
    {
        var volume = Volume("/data", ("Size", "1Gi"));

        Project.Finding(Web(), Job("warm-up", ("When", "AfterDeploy")), volume).Blames(RuleCatalogue.EmptyArgument, volume, "Size", "the job \"warm-up\"", "waits for the job", "Workload");
    }

    [Fact]
    public void One_that_they_share_with_others_would_not() =>
        Assert.NotNull(Project.Spec(Web(), Job("warm-up", ("When", "AfterDeploy")), Volume("/data", ("Size", "1Gi"), ("AccessMode", "ReadWriteMany"))));

    [Theory]
    [InlineData("{domain}")]
    [InlineData("/data/{domain}")]
    public void Of_a_path_that_only_the_render_knows_the_compiler_says_nothing(string path) =>
        Assert.NotNull(new Project { KnowsAllMetadata = false }.Spec(Volume(path, ("Size", "{domain}"))));
}
