using Ink.Model.Declarations;
using Ink.Model.Resolution;
using Ink.Model.Rules;
using Ink.Model.Specs;
using Ink.Model.Tests.Support;
using static Ink.Model.Tests.Support.Declare;

namespace Ink.Model.Tests.Resolution;

/// <summary>Every property says something where no attribute does, gives way to one, and is named where it is wrong.</summary>
public class PropertyTests
{
    // These say where the image and the manifests go, which resolution does not ask.
    private static readonly string[] OfDelivery = ["InkRegistry", "InkImageRepository", "InkGitOpsUrl", "InkGitOpsBranch", "InkGitOpsPath", "InkGitOpsRetries", "InkGitOpsTimeout", "InkGitOpsMode", "InkGitOpsProvider", "InkGitOpsApiUrl", "InkGitOpsSign", "InkAllowStale", "InkHydratorMetadata", "InkPolicy"];

    // No attribute says the same.
    private static readonly string[] WithoutAttribute = ["InkSecretStoreKind", "InkSecretRefreshInterval", "InkArgoNamespace", "InkArgoProject", "InkArgoSyncOptions", "InkArgoNotifications", "InkKargoStage"];

    private static readonly Declaration[] Something =
        [Web(), Worker("emails"), CronJob("report", "@daily"), Job("migrate"), Ingress("a.com"), Metrics(("Port", 9464)), Secret("DB"), Health()];

    private static readonly Row[] Rows =
    [
        new("InkAppName", "shop", "a b", RuleCatalogue.InvalidName, spec => spec.Name, App("till"), "till"),
        new("InkNamespace", "shop-{environment}", "a b", RuleCatalogue.InvalidName, spec => spec.Namespace, App("till", ("Namespace", "x")), "x") { Means = "shop-dev" },
        new("InkTeam", "payments", "a b", RuleCatalogue.InvalidMetadata, spec => spec.Team, App("till", ("Team", "x")), "x"),
        new("InkPartOf", "shop", "a b", RuleCatalogue.InvalidMetadata, spec => spec.PartOf, App("till", ("PartOf", "x")), "x"),
        new("InkIamRole", "arn:aws:iam::123456789012:role/{app}", "shop", RuleCatalogue.InvalidMetadata, spec => spec.IamRole, IamRole("arn:aws:iam::123456789012:role/x"), "arn:aws:iam::123456789012:role/x") { Means = "arn:aws:iam::123456789012:role/checkout" },
        new("InkReplicas", "3", "three", RuleCatalogue.InvalidQuantity, spec => $"{spec.Web!.Replicas}", Web(("Replicas", 4)), "4"),
        new("InkDefaultCpu", "200m", "lots", RuleCatalogue.InvalidQuantity, spec => spec.Web!.Resources.Cpu.Text, Resources(("Cpu", "1")), "1"),
        new("InkDefaultMemory", "128Mi", "256m", RuleCatalogue.InvalidQuantity, spec => spec.Web!.Resources.Memory.Text, Resources(("Memory", "1Gi")), "1Gi"),
        new("InkDefaultCpuLimit", "2", "2Gi", RuleCatalogue.InvalidQuantity, spec => spec.Web!.Resources.CpuLimit?.Text, Resources(("CpuLimit", "3")), "3"),
        new("InkDefaultMemoryLimit", "1Gi", "1", RuleCatalogue.InvalidQuantity, spec => spec.Web!.Resources.MemoryLimit.Text, Resources(("MemoryLimit", "2Gi")), "2Gi"),
        new("InkDefaultEphemeralStorage", "1Gi", "1 Gi", RuleCatalogue.InvalidQuantity, spec => spec.Web!.Resources.EphemeralStorage?.Text, Resources(("EphemeralStorage", "2Gi")), "2Gi"),
        new("InkHealthReady", "/ok", "/a b", RuleCatalogue.EmptyArgument, spec => spec.Web!.Health!.Ready, Health(("Ready", "/x")), "/x"),
        new("InkHealthLive", "/ok", "/a b", RuleCatalogue.EmptyArgument, spec => spec.Web!.Health!.Live, Health(("Live", "/x")), "/x"),
        new("InkHealthStartup", "/ok", "/a b", RuleCatalogue.EmptyArgument, spec => spec.Web!.Health!.Startup, Health(("Startup", "/x")), "/x"),
        new("InkHealthPeriodSeconds", "5", "0", RuleCatalogue.InvalidDuration, spec => $"{spec.Web!.Health!.PeriodSeconds}", Health(("PeriodSeconds", 7)), "7"),
        new("InkHealthTimeoutSeconds", "5", "5s", RuleCatalogue.InvalidDuration, spec => $"{spec.Web!.Health!.TimeoutSeconds}", Health(("TimeoutSeconds", 7)), "7"),
        new("InkHealthFailureThreshold", "5", "1001", RuleCatalogue.InvalidDuration, spec => $"{spec.Web!.Health!.FailureThreshold}", Health(("FailureThreshold", 7)), "7"),
        new("InkMaxUnavailable", "25%", "some", RuleCatalogue.InvalidDuration, spec => spec.Web!.Availability.MaxUnavailable, Availability(("MaxUnavailable", "2")), "2"),
        new("InkSpread", "False", "maybe", RuleCatalogue.EmptyArgument, spec => $"{spec.Web!.Availability.Spread}", Availability(("Spread", true)), "True"),
        new("InkGraceSeconds", "60", "5", RuleCatalogue.InvalidDuration, spec => $"{spec.Web!.GraceSeconds}", Availability(("GraceSeconds", 90)), "90"),
        new("InkPriorityClass", "standard", "a b", RuleCatalogue.InvalidName, spec => spec.Web!.Availability.PriorityClass, Availability(("PriorityClass", "high")), "high"),
        new("InkJobRetries", "0", "-1", RuleCatalogue.InvalidDuration, spec => $"{JobOf(spec).Retries}", Job("migrate", ("Retries", 5)), "5"),
        new("InkJobDeadlineSeconds", "600", "0", RuleCatalogue.InvalidDuration, spec => $"{JobOf(spec).DeadlineSeconds}", Job("migrate", ("DeadlineSeconds", 5)), "5"),
        new("InkCronTimeZone", "Europe/Berlin", "europe", RuleCatalogue.InvalidDuration, spec => Cron(spec).TimeZone, CronJob("report", "@daily", ("TimeZone", "Etc/UTC")), "Etc/UTC"),
        new("InkCronConcurrency", "Allow", "allow", RuleCatalogue.EmptyArgument, spec => $"{Cron(spec).Concurrency}", CronJob("report", "@daily", ("Concurrency", "Replace")), "Replace"),
        new("InkIngressClass", "edge", "a b", RuleCatalogue.InvalidName, spec => spec.Ingresses[0].Class, Ingress("a.com", ("Class", "x")), "x"),
        new("InkIngressTls", "False", "off", RuleCatalogue.EmptyArgument, spec => $"{spec.Ingresses[0].Tls}", Ingress("a.com", ("Tls", true)), "True"),
        new("InkIngressTlsSecret", "{app}-tls", "a b", RuleCatalogue.InvalidName, spec => spec.Ingresses[0].TlsSecret, Ingress("a.com", ("TlsSecret", "x")), "x") { Means = "checkout-tls" },
        new("InkGateway", "edge", "a/b/c", RuleCatalogue.InvalidName, spec => spec.Routes[0].Gateway, Route("b.com", ("Gateway", "x")), "x") { Needs = Route("b.com") },
        new("InkStorageClass", "gp3", "a b", RuleCatalogue.InvalidName, spec => spec.Web!.Volumes[0].Claim!.StorageClass, Volume("/data", ("Size", "1Gi"), ("StorageClass", "x")), "x") { Needs = Volume("/data", ("Size", "1Gi")) },
        new("InkAllowFrom", "cart", "a b", RuleCatalogue.InvalidName, spec => spec.Web!.AllowFrom.SingleOrDefault()?.App, AllowFrom("x"), "x"),
        new("InkAllowTo", "cart", "a b", RuleCatalogue.InvalidName, spec => spec.Web!.AllowTo.SingleOrDefault()?.App, AllowTo("x"), "x"),
        new("InkMetricsPath", "/m", "/a b", RuleCatalogue.EmptyArgument, spec => spec.Web!.Metrics!.Path, Metrics(("Port", 1), ("Path", "/x")), "/x"),
        new("InkMetricsIntervalSeconds", "15", "15s", RuleCatalogue.InvalidDuration, spec => $"{spec.Web!.Metrics!.IntervalSeconds}", Metrics(("Port", 1), ("IntervalSeconds", 7)), "7"),
        new("InkSecretStore", "vault", "a b", RuleCatalogue.InvalidName, spec => spec.Secrets[0].Store ?? spec.SecretStore.Name, Secret("DB", ("Store", "x")), "x"),
        new("InkSecretStoreKind", "SecretStore", "Vault", RuleCatalogue.MissingReference, spec => spec.SecretStore.Kind),
        new("InkSecretFrom", "{environment}/{app}/{name}", "{nope}", RuleCatalogue.UnknownPlaceholder, spec => spec.Secrets[0].From, Secret("DB", ("From", "x")), "x") { Means = "dev/checkout/DB" },
        new("InkSecretRefreshInterval", "90s", "1.5s", RuleCatalogue.InvalidDuration, spec => spec.SecretRefreshInterval) { Means = "1m30s" },
        new("InkArgoNamespace", "gitops", "a b", RuleCatalogue.InvalidName, spec => spec.Argo.Namespace),
        new("InkArgoProject", "shop", "a b", RuleCatalogue.InvalidName, spec => spec.Argo.Project),
        new("InkArgoSyncOptions", "ServerSideApply=true", "ServerSideApply", RuleCatalogue.InvalidMetadata, spec => spec.Argo.SyncOptions.SingleOrDefault()),
        new("InkArgoNotifications", "on-sync-failed.slack=team-{app}", "slack=team", RuleCatalogue.InvalidMetadata, spec => spec.Argo.Notifications.SingleOrDefault()?.Recipients) { Means = "team-checkout" },
        new("InkKargoStage", "shop:{environment}", "shop", RuleCatalogue.InvalidMetadata, spec => spec.Argo.KargoStage) { Means = "shop:dev" },
    ];

    public static TheoryData<string> Names => [.. InkProperty.All.Except(OfDelivery)];

    public static TheoryData<string> NamesWithAttribute => [.. InkProperty.All.Except(OfDelivery).Except(WithoutAttribute)];

    [Theory]
    [MemberData(nameof(Names))]
    public void It_is_what_is_meant_where_nothing_else_says(string name)
    {
        var row = Find(name);

        Assert.Equal(row.Means, row.Read(With(row, row.Value).Spec(row.Plain)));
        Assert.Equal(row.Means, row.Read(new Project { Metadata = { [name["Ink".Length..]] = row.Value } }.Spec(row.Plain)));
    }

    [Theory]
    [MemberData(nameof(NamesWithAttribute))]
    public void An_attribute_wins_over_it(string name)
    {
        var row = Find(name);

        Assert.Equal(row.AttributeMeans, row.Read(With(row, row.Value).Spec(row.Declared)));
    }

    [Theory]
    [MemberData(nameof(NamesWithAttribute))]
    public void The_command_line_wins_over_an_attribute_but_for_what_is_called_a_default(string name)
    {
        var row = Find(name);
        // A secret that names its store keeps it: the property says which store is the app's.
        var expected = name.StartsWith("InkDefault", StringComparison.Ordinal) || name == "InkSecretStore" ? row.AttributeMeans : row.Means;

        Assert.Equal(expected, row.Read(new Project { CommandLine = { [name] = row.Value } }.Spec(row.Declared)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void What_is_wrong_with_it_is_a_coded_error_that_names_it(string name)
    {
        var row = Find(name);
        var resolved = With(row, row.Wrong).Resolve(row.Plain);

        Assert.Null(resolved.Spec);
        Assert.All(resolved.Findings, finding => finding.Blames(row.Rule, null, null, $"{name}: "));
        Assert.Single(resolved.Findings);
    }

    private static Project With(Row row, string value) => new() { Properties = { [row.Property] = value } };

    private static Row Find(string name) => Assert.Single(Rows, row => row.Property == name);

    private static JobSpec JobOf(AppSpec spec) => spec.Workloads.Single(workload => workload.Name == "migrate").Job!;

    private static CronSpec Cron(AppSpec spec) => spec.Workloads.Single(workload => workload.Name == "report").Job!.Cron!;

    private sealed record Row(
        string Property, string Value, string Wrong, Rule Rule, Func<AppSpec, string?> Read, Declaration? Attribute = null, string? AttributeMeans = null)
    {
        public string Means { get; init; } = Value;

        public Declaration? Needs { get; init; }

        public IEnumerable<Declaration> Plain => Needs is null ? Something : [.. Something, Needs];

        public IEnumerable<Declaration> Declared => [.. Something.Where(other => (other.Attribute, other.TextOf("Name")) != (Attribute!.Attribute, Attribute.TextOf("Name"))
            && !(other.Attribute == Attribute.Attribute && other.Attribute is "Web" or "Ingress" or "Metrics" or "Health")), Attribute!];
    }
}
