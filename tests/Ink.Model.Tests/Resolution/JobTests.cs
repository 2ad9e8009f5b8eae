using Ink.Model.Specs;
using Ink.Model.Tests.Support;
using static Ink.Model.Tests.Support.Declare;

namespace Ink.Model.Tests.Resolution;

public class JobTests
{
    [Fact]
    public void A_cron_job_has_defaults_that_are_safe()
    {
        var report = new Project().Workload("nightly-report", CronJobOf("NightlyReport", "@daily"));

        Assert.Equal((WorkloadKind.CronJob, "checkout-nightly-report", true), (report.Kind, report.ObjectName, report.RunsToCompletion));
        Assert.Equal(new JobSpec(Retries: 2, DeadlineSeconds: null) { Cron = new CronSpec("@daily", null, Concurrency.Forbid) }, report.Job);
    }

    [Fact]
    public void A_job_runs_before_the_deploy_unless_declared()
    {
        var migrate = new Project().Workload("migrate", Web(), Job("migrate"));

        Assert.Equal((WorkloadKind.Job, "checkout-migrate", true), (migrate.Kind, migrate.ObjectName, migrate.RunsToCompletion));
        Assert.Equal(new JobSpec(Retries: 2, DeadlineSeconds: null) { When = JobTime.BeforeDeploy }, migrate.Job);
    }

    [Fact]
    public void Everything_written_counts()
    {
        var cron = CronJob("report", "30 3 * * mon-fri", ("TimeZone", "Europe/Berlin"), ("Concurrency", "Replace"), ("DeadlineSeconds", 600), ("Retries", 0));
        var job = Job("warm", ("When", "AfterDeploy"), ("DeadlineSeconds", 60), ("Retries", 5), ("Command", List("dotnet")), ("Args", List("Warm.dll")));
        var spec = new Project().Spec(Web(), cron, job);

        Assert.Equal(
            new JobSpec(0, 600) { Cron = new CronSpec("30 3 * * mon-fri", "Europe/Berlin", Concurrency.Replace) },
            spec.Workloads.Single(workload => workload.Name == "report").Job);
        var warm = spec.Workloads.Single(workload => workload.Name == "warm");
        Assert.Equal(new JobSpec(5, 60) { When = JobTime.AfterDeploy }, warm.Job);
        Assert.Equal(["dotnet", "Warm.dll"], warm.Command.Concat(warm.Args));
    }

    [Fact]
    public void What_runs_to_its_end_has_no_port_no_probe_no_drain_and_one_pod()
    {
        var spec = (new Project { MapsHealth = true }).In("production").Spec(Web(), Job("migrate"), CronJob("report", "@daily"), Health(("Ready", "/ok")));

        Assert.All(
            spec.Workloads.Where(workload => workload.RunsToCompletion),
            workload => Assert.Equal((null, null, 0, 1), (workload.Port, workload.Health, workload.DrainSeconds, workload.Replicas)));
        Assert.NotNull(spec.Web!.Health);
    }

    [Fact]
    public void What_keeps_running_is_no_job() => Assert.Null(new Project().Spec(Web()).Web!.Job);

    [Fact]
    public void Resources_variables_and_secrets_apply_to_a_job()
    {
        var migrate = new Project().Workload(
            "migrate", Web(), Job("migrate"), Resources(("Memory", "1Gi")).For("migrate"), Variable("A", "1"), Secret("DB").For("migrate"));

        Assert.Equal("1Gi", migrate.Resources.MemoryLimit.Text);
        Assert.Equal(["A", "ASPNETCORE_HTTP_PORTS", "INK_ENVIRONMENT", "INK_ROLE"], migrate.Variables.Select(variable => variable.Name));
        Assert.Equal("migrate", migrate.Variables[3].Value);
        Assert.Equal("DB", Assert.Single(migrate.Secrets).Name);
    }

    [Fact]
    public void An_environment_overrides_argument_by_argument()
    {
        var plain = CronJobOf("Report", "@daily", ("TimeZone", "Europe/Berlin"), ("Retries", 5));
        var production = CronJob("report", "@hourly", ("Retries", 0)).In("production");

        Assert.Equal(
            new JobSpec(0, null) { Cron = new CronSpec("@hourly", "Europe/Berlin", Concurrency.Forbid) },
            new Project().In("production").Workload("report", Web(), plain, production).Job);
        Assert.Equal("@daily", new Project().Workload("report", Web(), plain, production).Job!.Cron!.Schedule);
    }

    [Fact]
    public void A_job_of_one_environment_exists_only_there()
    {
        var seed = Job("seed").In("dev");

        Assert.Equal(["seed", "web"], new Project().Spec(Web(), seed).Workloads.Select(workload => workload.Name));
        Assert.Equal(["web"], new Project().In("production").Spec(Web(), seed).Workloads.Select(workload => workload.Name));
    }

    [Fact]
    public void A_schedule_may_differ_by_the_metadata_of_the_environment() =>
        Assert.Equal(
            "0 5 * * *",
            (new Project { Metadata = { ["ReportHour"] = "5" } }).Workload("report", Web(), CronJob("report", "0 {reportHour} * * *")).Job!.Cron!.Schedule);

    [Fact]
    public void A_cron_job_without_name_and_type_is_called_cronjob() =>
        Assert.Equal("checkout-cronjob", new Project().Workload("cronjob", Attribute("CronJob", ("Schedule", "@daily"))).ObjectName);

    [Fact]
    public void An_ASP_NET_Core_app_that_declares_its_migration_and_nothing_else_still_serves()
    {
        var spec = new Project().Spec(Job("migrate"), Resources(("Cpu", "1")).For("web"));

        Assert.Equal(["migrate", "web"], spec.Workloads.Select(workload => workload.Name));
        Assert.Equal("checkout", spec.Web!.ObjectName);
    }

    [Fact]
    public void Any_other_app_is_what_it_declares() =>
        Assert.Equal(["migrate"], Project.Worker.Spec(Job("migrate")).Workloads.Select(workload => workload.Name));

    [Fact]
    public void A_cron_job_replaces_the_default_workload() =>
        Assert.Equal(["report"], new Project().Spec(CronJob("report", "@daily")).Workloads.Select(workload => workload.Name));
}
