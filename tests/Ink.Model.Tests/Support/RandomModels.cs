using CsCheck;
using Ink.Model.Declarations;
using static Ink.Model.Tests.Support.Declare;

namespace Ink.Model.Tests.Support;

/// <summary>Generates projects and attributes: plausible ones that collide a lot, mixed with garbage.</summary>
internal static class RandomModels
{
    private static readonly Gen<string> Text = Gen.Frequency<string>(
        (8, Gen.OneOf(
            "", " ", "a", "web", "worker", "emails", "shop", "X", "INK_ROLE", "web.X", "a.com", "{app}.com", "{domain}", "{nope}", "{{app}}", "{", "/x", "x",
            "/a//b", "1", "256m", "256Mi", "1Gi", "9999999999999Ei", "../../etc", "a;rm -rf", "arn:aws:iam::123456789012:role/shop", "@daily", "0 3 * * 1-5", "0 3 * *", "Europe/Berlin", "Replace", "AfterDeploy", "/etc/x", "global::A.B",
            "50%", "100%", "0", "10.0.0.0/8", "shop/cart", "shop/*", "any", "Service", "Pod", "app.kubernetes.io/name", "example.com/tier", "a=b", "=", "redis:7", "ghcr.io/acme/x@sha256:1",
            new string('a', 64))),
        (1, Gen.String));

    private static readonly Gen<string?> Scope = Gen.OneOf<string?>(null, null, null, "dev", "production", "prod", "");

    private static readonly Gen<string?> Workload = Gen.OneOf<string?>(null, null, null, "web", "worker", "emails", "");

    // The argument names of every attribute, so that most declarations mean something, and one of none.
    private static readonly string[] Names =
    [
        "Name", "Namespace", "Team", "PartOf", "Type", "Port", "Replicas", "Command", "Args", "Cpu", "Memory", "CpuLimit", "MemoryLimit", "EphemeralStorage",
        "Ready", "Live", "Startup", "PeriodSeconds", "TimeoutSeconds", "FailureThreshold", "Host", "Path", "PathType", "Class", "Tls", "TlsSecret", "Value",
        "From", "Property", "Store", "File", "Arn", "Schedule", "TimeZone", "Concurrency", "DeadlineSeconds", "Retries", "When", "Nonsense",
        "Min", "Max", "MinAvailable", "MaxUnavailable", "Spread", "GraceSeconds", "PriorityClass", "Key", "On", "IntervalSeconds", "Peer", "Gateway", "Trigger",
        "Metadata", "Authentication", "Image", "Init",
    ];

    private static readonly Gen<object> Value = Gen.OneOf<object>(
        Text.Select(text => (object)text),
        Text.Select(text => (object)text),
        Gen.OneOf<int>(Gen.OneOf(0, 1, 80, 8080, 70000, -1), Gen.Int).Select(number => (object)number),
        Gen.Bool.Select(flag => (object)flag),
        Text.Array[0, 2].Select(list => (object)list));

    private static readonly Gen<Declaration> AnyDeclaration = Gen.Select(
        Gen.OneOf([.. AttributeKind.All.Select(kind => kind.Name), "Unknown"]),
        Gen.Select(Gen.OneOf(Names), Value).Array[0, 8],
        Scope,
        Workload,
        (attribute, arguments, environment, workload) =>
            Attribute(attribute, [.. arguments.DistinctBy(argument => argument.Item1)]) with { Environment = environment, Workload = workload });

    private static readonly Gen<Declaration> ValidDeclaration = Gen.Select(
        Gen.OneOf(
            App("shop", ("Team", "payments")), Web(), Web(("Port", 9090)), Worker("emails", ("Replicas", 3)), WorkerOf("OrderWorker"), CronJobOf("Report", "@daily", ("TimeZone", "Europe/Berlin")), CronJob("sweep", "0 3 * * *", ("Retries", 0)),
            Job("migrate", ("DeadlineSeconds", 600)), JobOf("Warm", ("When", "AfterDeploy")), Resources(("Memory", "1Gi")),
            Resources(("Cpu", "1")).For("web"), Health(("Ready", "/ok")), Ingress("a.com"), Ingress("{app}.com", ("Path", "/x")), Ingress("a.com", ("Path", "/x"), ("Tls", false)),
            Variable("A", "{environment}"), Variable("A", "2").For("emails"), Secret("DB"), Secret("DB", ("From", "/x")).For("web"), IamRole("arn:aws:iam::123456789012:role/shop"),
            Autoscale(("Max", 5)), Autoscale(("Min", 2), ("Memory", 70)).For("web"), Availability(("MaxUnavailable", "50%")), Availability(("Spread", false)).For("emails"),
            Label("tier", "{environment}"), Label("tier", "", ("On", "Service")), Annotation("example.com/x", "y"), Metrics(), Metrics(("Port", 9464)).For("emails"),
            AllowFrom("cart"), AllowFrom("any", ("Port", 9000)).For("emails"), AllowTo("10.0.0.0/8"), AllowTo("shop/cart", ("Port", 8080)),
            Route("a.com", ("Gateway", "gateways/public")), Route("{app}.com", ("Gateway", "public"), ("Path", "/x")), QueueScale("rabbitmq", ("Metadata", List("a=b"))),
            Sidecar("cache", "{app}/cache:1", ("Port", 6379)), Sidecar("proxy", "ghcr.io/acme/proxy:2").For("emails"), Sidecar("fetch", "fetch", ("Init", true), ("Args", List("{environment}")))),
        Gen.OneOf<string?>(null, "dev", "production"),
        (declaration, environment) => declaration with { Environment = environment });

    private static readonly Gen<Dictionary<string, string>> Settings =
        Gen.Select(Gen.OneOf("InkAppName", "InkNamespace", "InkIngressClass", "InkDefaultMemory", "InkSecretStoreKind", "Namespace", "Domain", "production", ""), Text)
            .Array[0, 3]
            .Select(pairs => pairs.DistinctBy(pair => pair.Item1).ToDictionary(pair => pair.Item1, pair => pair.Item2));

    public static Gen<Declaration[]> Declarations { get; } = Gen.OneOf<Declaration>(AnyDeclaration, ValidDeclaration).Array[0, 10];

    public static Gen<Declaration[]> ValidDeclarations { get; } = ValidDeclaration.Array[0, 10].Select(all => all.Distinct().ToArray());

    public static Gen<Project> Projects { get; } = Gen.Select(
        Gen.Select(Gen.Bool, Gen.Bool, Gen.Bool),
        Gen.Frequency<string>((4, Gen.OneOf("dev", "production", "Checkout")), (1, Text)),
        Settings,
        Settings,
        Settings,
        (flags, name, metadata, commandLine, properties) => new Project
        {
            IsAspNetCore = flags.Item1,
            MapsHealth = flags.Item2,
            KnowsAllMetadata = flags.Item3,
            Assembly = name,
            Environment = name is "production" ? name : "dev",
            Metadata = metadata,
            CommandLine = commandLine,
            Properties = properties,
        });
}
