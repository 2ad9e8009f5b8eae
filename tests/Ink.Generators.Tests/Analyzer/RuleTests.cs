using Ink.Generators.Tests.Infrastructure;

namespace Ink.Generators.Tests.Analyzer;

/// <summary>Every rule that the attributes can break today, at the place where it is broken.</summary>
public sealed class RuleTests
{
    [Theory]
    [InlineData("""[assembly: Secret("A", Workload = {|INK0001:"emials"|})] [assembly: Worker("emails")]""")]
    [InlineData("""[assembly: App({|INK0002:"My Shop"|})]""")]
    [InlineData("""[assembly: App(name: {|INK0002:"../../etc"|})]""")]
    [InlineData("""[assembly: App({|INK0002:"a;rm -rf"|})]""")]
    [InlineData("""[assembly: App("shop", Namespace = {|INK0002:"Shop"|})]""")]
    [InlineData("""[assembly: Worker({|INK0002:"Order_Worker"|})]""")]
    [InlineData("""[assembly: Web(Name = {|INK0002:"Front End"|})]""")]
    [InlineData("""[assembly: Ingress({|INK0002:"https://shop.example.com"|})] [assembly: Web]""")]
    [InlineData("""[assembly: CronJob({|INK0002:"a-name-that-is-much-too-long-for-a-job-of-the-clock"|}, "@daily")]""")]
    [InlineData("""[assembly: Job({|INK0002:"Migrate Db"|})]""")]
    [InlineData("""[assembly: EnvironmentVariable({|INK0002:"A B"|}, "")]""")]
    [InlineData("""[assembly: Resources(Cpu = {|INK0003:"lots"|})]""")]
    [InlineData("""[assembly: Resources(Memory = {|INK0003:"-1Gi"|})]""")]
    [InlineData("""[assembly: Web(Replicas = {|INK0003:-1|})]""")]
    [InlineData("""[assembly: Resources(Cpu = {|INK0004:"2"|}, CpuLimit = "1")]""")]
    [InlineData("""[assembly: Web(Port = {|INK0005:0|})]""")]
    [InlineData("""[assembly: Web(Port = {|INK0005:70000|})]""")]
    [InlineData("""[assembly: Web] [assembly: Health(Port = {|INK0005:-1|})]""")]
    [InlineData("""[assembly: Web] [assembly: Worker({|INK0006:"web"|})]""")]
    [InlineData("""[assembly: Worker("a")] [assembly: CronJob({|INK0006:"a"|}, "@daily")]""")]
    [InlineData("""[assembly: EnvironmentVariable("A", "b")] [assembly: Secret({|INK0006:"A"|})]""")]
    [InlineData("""[assembly: EnvironmentVariable({|INK0006:"INK_ROLE"|}, "web")]""")]
    [InlineData("""[assembly: Web(Port = 1)] [assembly: {|INK0007:Web(Port = 1)|}]""")]
    [InlineData("""[assembly: Job("a", Retries = 1)] [assembly: {|INK0007:Job("a", Retries = 2)|}]""")]
    [InlineData("""[assembly: Secret("A", From = "b", Environment = "dev")] [assembly: {|INK0007:Secret("A", Environment = "dev")|}]""")]
    [InlineData("""[assembly: Secret({|INK0008:""|})]""")]
    [InlineData("""[assembly: Secret("A", From = {|INK0008:" "|})]""")]
    [InlineData("""[assembly: App("shop", Team = {|INK0008:null|})]""")]
    [InlineData("""[assembly: Web] [assembly: Health(PeriodSeconds = {|INK0009:0|})]""")]
    [InlineData("""[assembly: CronJob({|INK0009:"nightly"|})]""")]
    [InlineData("""[assembly: CronJob("report", {|INK0009:"0 30 3 * * *"|})]""")]
    [InlineData("""[assembly: CronJob(schedule: {|INK0009:"TZ=UTC @daily"|}, name: "report")]""")]
    [InlineData("""[assembly: CronJob("report", "@daily", TimeZone = {|INK0009:"CEST summer"|})]""")]
    [InlineData("""[assembly: CronJob("report", "@daily", Concurrency = {|INK0008:(Concurrency)7|})]""")]
    [InlineData("""[assembly: Job("migrate", DeadlineSeconds = {|INK0009:0|})]""")]
    [InlineData("""[assembly: Job("migrate", Retries = {|INK0009:-1|})]""")]
    [InlineData("""[assembly: Job("migrate")] [assembly: Health(Ready = "/ok", Workload = {|INK0001:"migrate"|})]""")]
    [InlineData("""[assembly: App("shop", Team = {|INK0011:"Team A!"|})]""")]
    [InlineData("""[assembly: IamRole({|INK0011:"checkout"|})]""")]
    [InlineData("""[assembly: Availability(GraceSeconds = {|INK0009:0|})]""")]
    [InlineData("""[assembly: Availability(MaxUnavailable = {|INK0009:"some"|})]""")]
    [InlineData("""[assembly: Label({|INK0011:"cost center"|}, "4711")]""")]
    [InlineData("""[assembly: Label("tier", {|INK0011:"a b"|})]""")]
    [InlineData("""[assembly: Label({|INK0006:"app.kubernetes.io/name"|}, "x")]""")]
    [InlineData("""[assembly: Annotation({|INK0006:"argocd.argoproj.io/sync-wave"|}, "5")]""")]
    [InlineData("""[assembly: Metrics(Port = {|INK0005:0|})]""")]
    [InlineData("""[assembly: AllowFrom({|INK0002:"https://cart"|})]""")]
    [InlineData("""[assembly: AllowTo("cart", Port = {|INK0005:-1|})]""")]
    [InlineData("""[assembly: Route({|INK0002:"https://shop.example.com"|}, Gateway = "public")]""")]
    [InlineData("""[assembly: QueueScale("rabbitmq", Metadata = {|INK0008:new[] { "queue" }|})]""")]
    [InlineData("""[assembly: Sidecar("fetch", "fetch:1", Init = true, Port = {|INK0001:80|})]""")]
    [InlineData("""[assembly: Sidecar({|INK0002:"My Cache"|}, "redis:7")]""")]
    [InlineData("""[assembly: Sidecar("cache", {|INK0002:"https://redis"|})]""")]
    [InlineData("""[assembly: Sidecar("cache", "redis:7", Memory = {|INK0003:"64m"|})]""")]
    [InlineData("""[assembly: Sidecar("cache", "redis:7", Port = {|INK0005:0|})]""")]
    [InlineData("""[assembly: Web] [assembly: Sidecar({|INK0006:"web"|}, "redis:7")]""")]
    [InlineData("""[assembly: Web] [assembly: Sidecar("cache", "redis:7", Port = {|INK0006:8080|})]""")]
    [InlineData("""[assembly: {|INK0008:Sidecar("cache", Memory = "1Gi")|}]""")]
    [InlineData("""[assembly: Autoscale(Min = {|INK1010:5|}, Max = 2)]""")]
    [InlineData("""[assembly: Autoscale(Cpu = {|INK1010:0|})]""")]
    [InlineData("""[assembly: Autoscale] [assembly: {|INK0007:QueueScale("rabbitmq")|}]""")]
    [InlineData("""[assembly: Web(Replicas = 3)] [assembly: Availability(MinAvailable = {|INK1011:"3"|})]""")]
    [InlineData("""[assembly: Worker("emails")] [assembly: {|INK1014:Ingress("shop.example.com")|}]""")]
    public Task A_wrong_argument_is_reported_where_it_stands(string attributes) => AnalyzerTest.Check(attributes);

    [Fact]
    public Task What_is_right_is_not_reported() =>
        AnalyzerTest.Check(
            """
            [assembly: App("checkout", Team = "payments", PartOf = "shop", Namespace = "shop-{environment}")]
            [assembly: Web(Port = 8080, Replicas = 0)]
            [assembly: Worker("emails")]
            [assembly: CronJob("report", "30 3 * * mon-fri", TimeZone = "Europe/Berlin", Concurrency = Concurrency.Replace, DeadlineSeconds = 600, Retries = 0)]
            [assembly: CronJob("{sweepSchedule}")]
            [assembly: Job("migrate", When = JobTime.BeforeDeploy, Args = new[] { "--migrate" })]
            [assembly: Resources(Cpu = "250m", Memory = "256Mi", Workload = "emails")]
            [assembly: Resources(Cpu = "1", Memory = "{memory}", Environment = "production")]
            [assembly: Health(Ready = "/ready")]
            [assembly: EnvironmentVariable("EMPTY", "")]
            [assembly: Secret("ConnectionStrings__Orders", From = "/shop/{environment}/{region}")]
            [assembly: Ingress("shop.{domain}", Path = "/checkout")]
            [assembly: IamRole("arn:aws:iam::{account}:role/checkout")]
            [assembly: Autoscale(Min = 2, Max = 6, Cpu = 70, Workload = "web")]
            [assembly: QueueScale("rabbitmq", Max = 20, Metadata = new[] { "queueName={queue}" }, Authentication = "{auth}", Workload = "emails")]
            [assembly: Availability(MinAvailable = "{kept}", GraceSeconds = 60, PriorityClass = "{priority}")]
            [assembly: Label("example.com/tier", "{tier}")]
            [assembly: Annotation("example.com/note", "", On = "Pod")]
            [assembly: Metrics(Port = 9464)]
            [assembly: AllowFrom("{client}")]
            [assembly: AllowTo("{vpc}/16", Port = 5432)]
            [assembly: Route("shop.{domain}", Path = "/checkout")]
            """);

    [Fact]
    public Task An_unnamed_worker_whose_type_makes_no_label_is_reported_at_the_type() =>
        AnalyzerTest.Check(
            """
            [assembly: Worker<{|INK0002:ЗаказРаботник|}>]
            internal sealed class ЗаказРаботник : BackgroundService { protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.CompletedTask; }
            """);

    [Fact]
    public Task Both_files_are_seen_when_a_name_is_taken_twice() =>
        AnalyzerTest.Check(TestProject.Web(
            """[assembly: Ink.Worker("a", Replicas = 1)]""",
            """[assembly: {|INK0007:Ink.Worker("a", Replicas = 2)|}]"""));

    [Fact]
    public Task A_pragma_suppresses_a_report() =>
        AnalyzerTest.Check(
            """
            #pragma warning disable INK0003
            [assembly: Resources(Cpu = "lots")]
            """);
}
