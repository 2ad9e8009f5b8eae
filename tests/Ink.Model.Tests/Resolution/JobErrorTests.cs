using Ink.Model.Rules;
using Ink.Model.Tests.Support;
using static Ink.Model.Tests.Support.Declare;

namespace Ink.Model.Tests.Resolution;

public class JobErrorTests
{
    [Fact]
    public void A_schedule_that_is_none_says_why_and_gives_one()
    {
        var cron = CronJob("report", "0 0 3 * * *");

        new Project().Finding(cron).Blames(
            RuleCatalogue.InvalidDuration, cron, "Schedule", "[CronJob(\"report\")] Schedule: \"0 0 3 * * *\" is not a schedule", "five fields", "\"30 3 * * mon-fri\"");
    }

    [Fact]
    public void A_name_in_the_place_of_the_schedule_is_no_schedule() =>
        Assert.Equal(RuleCatalogue.InvalidDuration, new Project().Finding(Attribute("CronJob", ("Schedule", "nightly"))).Rule);

    [Fact]
    public void A_schedule_with_a_placeholder_that_only_the_render_knows_is_left_alone() =>
        Assert.NotNull((new Project { KnowsAllMetadata = false }).Spec(CronJob("report", "{reportSchedule}")));

    [Fact]
    public void A_missing_schedule_is_reported_once()
    {
        var cron = Attribute("CronJob", ("Name", "report"));

        new Project().Finding(cron).Blames(RuleCatalogue.EmptyArgument, cron, "Schedule", "Schedule is missing");
        Assert.Equal(RuleCatalogue.EmptyArgument, new Project().Finding(CronJob("report", " ")).Rule);
    }

    [Theory]
    [InlineData("europe/berlin")]
    [InlineData("CET+1:00")]
    [InlineData("Local")]
    public void A_time_zone_is_one_of_IANA(string zone)
    {
        var cron = CronJob("report", "@daily", ("TimeZone", zone));

        new Project().Finding(cron).Blames(RuleCatalogue.InvalidDuration, cron, "TimeZone", $"\"{zone}\" is not the name of a time zone", "Europe/Berlin");
    }

    [Theory]
    [InlineData("DeadlineSeconds", 0)]
    [InlineData("DeadlineSeconds", -1)]
    [InlineData("Retries", -1)]
    [InlineData("Retries", 101)]
    public void Seconds_and_retries_have_bounds(string argument, int value)
    {
        var (cron, job) = (CronJob("report", "@daily", (argument, value)), Job("migrate", (argument, value)));

        new Project().Finding(cron).Blames(RuleCatalogue.InvalidDuration, cron, argument, $"{argument}: {value} is not valid", "Write");
        new Project().Finding(job).Blames(RuleCatalogue.InvalidDuration, job, argument, $"{argument}: {value} is not valid", "Write");
    }

    [Fact]
    public void A_number_that_is_no_member_of_the_enum_is_an_error()
    {
        var (cron, job) = (CronJob("report", "@daily", ("Concurrency", "7")), Job("migrate", ("When", "7")));

        new Project().Finding(cron).Blames(RuleCatalogue.EmptyArgument, cron, "Concurrency", "\"7\" is none of Allow, Forbid, Replace");
        new Project().Finding(job).Blames(RuleCatalogue.EmptyArgument, job, "When", "\"7\" is none of BeforeDeploy, AfterDeploy");
    }

    [Fact]
    public void The_name_of_a_cron_job_leaves_room_for_that_of_its_runs()
    {
        var (fits, cron, job) = (CronJob(new string('c', 43), "@daily"), CronJob(new string('c', 44), "@daily"), Job(new string('c', 44)));

        Assert.NotNull(new Project().Spec(fits));
        Assert.NotNull(new Project().Spec(job));
        new Project().Finding(cron).Blames(RuleCatalogue.InvalidName, cron, "Name", "has 53 characters; 52 are allowed for a cron job", "Shorten");
    }

    [Fact]
    public void The_name_of_a_job_is_a_label()
    {
        var job = Job("Migrate_Db");

        new Project().Finding(job).Blames(RuleCatalogue.InvalidName, job, "Name", "\"migrate-db\" would do");
    }

    [Fact]
    public void Workloads_of_different_kinds_do_not_share_a_name()
    {
        var (cron, job, web) = (CronJob("x", "@daily"), Job("x"), Job("web"));

        new Project().Finding(Worker("x"), cron).Blames(RuleCatalogue.DuplicateName, cron, "Name", "a worker is called \"x\" already", "a name of its own");
        new Project().Finding(cron, job).Blames(RuleCatalogue.DuplicateName, job, "Name", "a cron job is called \"x\" already");
        new Project().Finding(web).Blames(RuleCatalogue.DuplicateName, web, "Name", "the web workload is called \"web\" already");
    }

    [Fact]
    public void A_job_of_one_type_in_every_environment_is_the_rule()
    {
        var production = JobOf("OtherMigrate", ("Name", "migrate")).In("production");

        new Project().In("production").Finding(JobOf("Migrate"), production).Blames(
            RuleCatalogue.DuplicateName, production, "Type", "the job \"migrate\" is Migrate already");
    }

    [Fact]
    public void Health_of_a_job_has_no_effect()
    {
        var health = Health(("Ready", "/ok")).For("migrate");

        new Project().Finding(Web(), Job("migrate"), health).Blames(RuleCatalogue.NoEffect, health, "Workload", "\"migrate\" runs to its end and is never probed", "Remove it");
    }

    [Fact]
    public void A_scaler_or_metrics_for_a_job_have_no_effect()
    {
        var scaler = Autoscale(("Max", 5)).For("migrate");
        var metrics = Metrics(("Port", 9464)).For("migrate");

        new Project().Finding(Web(), Job("migrate"), scaler).Blames(RuleCatalogue.NoEffect, scaler, "Workload", "never scaled", "Remove it");
        new Project().Finding(Web(), Job("migrate"), metrics).Blames(RuleCatalogue.NoEffect, metrics, "Workload", "never scraped", "Remove it");
    }

    [Fact]
    public void What_is_said_of_all_workloads_leaves_jobs_alone()
    {
        var job = new Project().Workload("migrate", Web(), Job("migrate"), Autoscale(("Max", 5)), Metrics(("Port", 9464)));
        Assert.Equal((null, null), (job.Autoscale, job.Metrics));
    }
}
