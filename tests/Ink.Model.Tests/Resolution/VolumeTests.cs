using Ink.Model.Declarations;
using Ink.Model.Specs;
using Ink.Model.Tests.Support;
using static Ink.Model.Tests.Support.Declare;

namespace Ink.Model.Tests.Resolution;

public class VolumeTests
{
    private static readonly Project Project = new();

    [Fact]
    public void Without_a_size_it_is_scratch_space()
    {
        var web = Project.Workload("web", Volume("/var/cache/shop"));

        Assert.Equal(new VolumeSpec("volume-var-cache-shop", "/var/cache/shop"), Assert.Single(web.Volumes));
        Assert.False(web.IsStateful);
    }

    [Fact]
    public void In_memory_where_that_is_written() =>
        Assert.True(Assert.Single(Project.Workload("web", Volume("/cache", ("Medium", "Memory"))).Volumes).IsInMemory);

    [Fact]
    public void With_a_size_each_pod_of_what_keeps_running_has_a_claim()
    {
        var spec = Project.Spec(Web(), Worker("emails"), Volume("/data", ("Size", "10Gi")));

        Assert.All(spec.Workloads, workload => Assert.True(workload.IsStateful));
        Assert.All(spec.Workloads, workload =>
        {
            var claim = Assert.Single(workload.Volumes).Claim!;
            Assert.Equal(("volume-data", ClaimOwner.Pod, "10Gi", null, AccessMode.ReadWriteOnce), (claim.Name, claim.Owner, claim.Size.Text, claim.StorageClass, claim.AccessMode));
        });
        Assert.Empty(spec.SharedClaims);
    }

    [Fact]
    public void A_cron_job_or_job_has_one_claim_for_all_of_its_runs()
    {
        var spec = Project.Spec(CronJob("report", "@daily"), Job("migrate"), Web(), Volume("/data", ("Size", "10Gi")));

        Assert.Equal(
            ["checkout-migrate-data Workload", "checkout-report-data Workload", "volume-data Pod"],
            spec.Workloads.Select(workload => workload.Volumes[0].Claim!).Select(claim => $"{claim.Name} {claim.Owner}"));
        Assert.Equal([false, false, true], spec.Workloads.Select(workload => workload.IsStateful));
    }

    [Theory]
    [InlineData("ReadWriteMany")]
    [InlineData("ReadOnlyMany")]
    public void One_that_many_may_mount_is_shared_by_all_workloads_of_the_app(string mode)
    {
        var spec = Project.Spec(Web(), Worker("emails"), CronJob("report", "@daily"), Volume("/data", ("Size", "10Gi"), ("AccessMode", mode)));

        Assert.Equal("checkout-data", Assert.Single(spec.SharedClaims).Name);
        Assert.All(spec.Workloads, workload => Assert.False(workload.IsStateful));
        Assert.All(spec.Workloads, workload => Assert.Equal(spec.SharedClaims.Single(), Assert.Single(workload.Volumes).Claim));
        Assert.All(spec.Workloads, workload => Assert.Equal(mode == "ReadOnlyMany", Assert.Single(workload.Volumes).IsReadOnly));
    }

    [Fact]
    public void Limited_to_a_workload_it_is_that_ones()
    {
        var spec = Project.Spec(Web(), Worker("emails"), Volume("/data", ("Size", "1Gi"), ("AccessMode", "ReadWriteMany")), Volume("/data", ("Size", "5Gi")).For("emails"));

        Assert.Equal(["checkout-emails-data 5Gi", "checkout-data 1Gi"], spec.Workloads.Select(workload => workload.Volumes[0].Claim!).Select(claim => $"{claim.Name} {claim.Size.Text}"));
        Assert.Equal("checkout-data", Assert.Single(spec.SharedClaims).Name);
    }

    [Fact]
    public void The_web_workload_shares_its_name_with_the_app_and_its_claims_with_nobody_where_it_is_named() =>
        Assert.Equal(ClaimOwner.Workload, Project.Workload("web", Volume("/data", ("Size", "1Gi"), ("AccessMode", "ReadWriteMany")).For("web")).Volumes[0].Claim!.Owner);

    [Fact]
    public void An_environment_may_make_it_persistent_and_name_the_class_for_all()
    {
        Declaration[] declarations = [Volume("/data", ("Medium", "Memory"), ("StorageClass", "gp3")), Volume("/data", ("Size", "10Gi")).In("production")];

        Assert.True(Project.Workload("web", declarations).Volumes[0].IsInMemory);
        Assert.Equal("gp3", Project.In("production").Workload("web", declarations).Volumes[0].Claim!.StorageClass);
    }

    [Fact]
    public void The_path_may_hold_placeholders_and_end_with_a_slash() =>
        Assert.Equal("/data/dev", Assert.Single(Project.Workload("web", Volume("/data/{environment}/")).Volumes).MountPath);

    [Fact]
    public void Two_paths_that_read_alike_have_names_of_their_own()
    {
        var volumes = Project.Workload("web", Volume("/var/data-a"), Volume("/var/data/a"), Volume("/var/Data/A")).Volumes;

        Assert.Equal(3, volumes.Select(volume => volume.Name).Distinct().Count());
        Assert.Contains(volumes, volume => volume.Name == "volume-var-data-a");
    }

    [Fact]
    public void The_name_of_a_claim_does_not_depend_on_what_else_is_declared()
    {
        var alone = Project.Spec(CronJob("report", "@daily"), Volume("/data", ("Size", "1Gi")));
        var among = Project.Spec(CronJob("report", "@daily"), Worker("a"), Volume("/data", ("Size", "1Gi")), Volume("/other", ("Size", "1Gi")));

        Assert.Equal(ClaimOf(alone), ClaimOf(among));

        static ClaimSpec ClaimOf(AppSpec spec) => spec.Workloads.Single(workload => workload.Name == "report").Volumes[0].Claim!;
    }

    [Fact]
    public void Long_names_are_cut_and_still_differ()
    {
        var name = new string('a', 40);
        var spec = Project.Worker.Spec(CronJob("one", "@daily"), CronJob("two", "@daily"), App(name), Volume($"/{new string('d', 40)}", ("Size", "1Gi")));
        var names = spec.Workloads.Select(workload => workload.Volumes[0].Claim!.Name).ToList();

        Assert.All(names, claim => Assert.True(claim.Length <= 63, claim));
        Assert.Equal(2, names.Distinct().Count());
    }
}
