using CsCheck;
using Ink.Model.Declarations;
using Ink.Model.Specs;
using Ink.Model.Tests.Support;

namespace Ink.Manifests.Tests.Properties;

/// <summary>
/// What may be written in each attribute. A test fails for an attribute or argument that has no row here, so that the property tests
/// speak of all that a user can write.
/// </summary>
internal static class AttributeGen
{
    private static readonly string[] Names = ["cart", "orders", "emails-2", "n"];
    private static readonly string[] WrongNames = ["Cart", "a b", "-a", "a_b", "ü", "a.b"];
    private static readonly string[] WrongSubdomains = ["Cart", "a b", "-a", "a_b", "a..b"];
    private static readonly string[] Cpus = ["1m", "100m", "0.5", "1"];
    private static readonly string[] Memories = ["64Mi", "256Mi", "500M", "0.5Gi"];
    private static readonly string[] WrongQuantities = ["lots", "1 Gi", "256MB", "-1", "256m", "1e", "½"];
    private static readonly string[] Peers = ["cart", "shop/cart", "shop/*", "10.0.0.0/8", "fd00::/8", "any"];
    private static readonly string[] WrongPeers = ["Cart", "a/b/c", "10.0.0.0/33", "*", "shop/", "{app"];
    private static readonly string[] Keys = ["tier", "example.com/tier", "name", "a.b_c"];
    private static readonly string[] WrongKeys = ["a b", "/x", "example.com/", "-a", "app.kubernetes.io/name"];
    private static readonly string[] Hosts = ["a.com", "{app}.{domain}", "*.a.com", "b-c.d.com", "{environment}.b.com"];
    private static readonly string[] WrongHosts = ["a b", "https://a.com", "a.com:80", "A.com", "a..com", "{nope}.com"];
    private static readonly string[] WrongPaths = ["/a b", "/a//b", "/../x", "/x?y"];

    private static readonly ArgumentGen Port = ArgumentGen.Number("Port", 1024, 65535, 0, -1, 65536);
    private static readonly ArgumentGen[] Entry = [ArgumentGen.List("Command", ArgumentGen.Literal), ArgumentGen.List("Args", ArgumentGen.Literal)];
    private static readonly ArgumentGen[] Run =
        [ArgumentGen.Number("DeadlineSeconds", 1, int.MaxValue, 0, -1), ArgumentGen.Number("Retries", 0, 100, -1, 101), .. Entry];

    private static readonly Dictionary<string, ArgumentGen[]> ByName = new(StringComparer.Ordinal)
    {
        ["App"] =
        [
            ArgumentGen.Text("Name", ["shop", "checkout-2", "x"], WrongNames).Always(), ArgumentGen.Text("Team", ["payments", "A_1.b"], "a b", "-", "ü"),
            ArgumentGen.Text("PartOf", ["shop", "A.b"], "a b", "-"), ArgumentGen.Text("Description", ["Sells # things: no", "🛒\nsecond line\n"]),
            ArgumentGen.Text("Namespace", ["shop", "{app}-{environment}"], WrongNames),
        ],
        ["Web"] = [ArgumentGen.Text("Name", ["web"], WrongNames), Port, ArgumentGen.Number("Replicas", 0, 9, -1, 10_001), .. Entry],
        ["Worker"] = [ArgumentGen.Text("Name", Names, WrongNames).Always(), ArgumentGen.Number("Replicas", 0, 9, -1, 10_001), .. Entry],
        ["CronJob"] =
        [
            ArgumentGen.Text("Name", Names, WrongNames).Always(),
            ArgumentGen.Text("Schedule", ["*/5 * * * *", "30 3 * * mon-fri", "@daily", "@every 90m"], "daily", "* * * *", "61 * * * *", "@never").Always(),
            ArgumentGen.Text("TimeZone", ["Europe/Berlin", "Etc/UTC"], "Mars Base", "europe", "../x"),
            ArgumentGen.Choice<Concurrency>("Concurrency"), .. Run,
        ],
        ["Job"] = [ArgumentGen.Text("Name", Names, WrongNames).Always(), ArgumentGen.Choice<JobTime>("When"), .. Run],
        ["Resources"] =
        [
            ArgumentGen.Text("Cpu", Cpus, [.. WrongQuantities.Except(["256m"]), "5Gi"]), ArgumentGen.Text("Memory", Memories, WrongQuantities),
            ArgumentGen.Text("CpuLimit", ["2", "4000m"], "lots", "1u"), ArgumentGen.Text("MemoryLimit", ["1Gi", "2e9"], [.. WrongQuantities, "2Mi2"]),
            ArgumentGen.Text("EphemeralStorage", ["1Gi", "500M"], WrongQuantities),
        ],
        ["Health"] =
        [
            ArgumentGen.Text("Ready", ["/ready", "ready?full=1"], "/a b"), ArgumentGen.Text("Live", ["/live"], "/a\tb"), ArgumentGen.Text("Startup", ["/started"], "/a\nb"), Port,
            ArgumentGen.Number("PeriodSeconds", 1, 3600, 0, -1, 3601), ArgumentGen.Number("TimeoutSeconds", 1, 3600, 0, 3601), ArgumentGen.Number("FailureThreshold", 1, 1000, 0, 1001),
        ],
        ["Ingress"] =
        [
            ArgumentGen.Text("Host", Hosts, WrongHosts).Always(), ArgumentGen.Text("Path", ["/x", "y/z", "/~a"], WrongPaths),
            ArgumentGen.Text("PathType", ["Prefix", "Exact", "ImplementationSpecific"]), ArgumentGen.Text("Class", ["shared", "edge.public"], WrongSubdomains),
            ArgumentGen.Flag("Tls"), ArgumentGen.Text("TlsSecret", ["shop-tls"], WrongSubdomains),
        ],
        ["Route"] =
        [
            ArgumentGen.Text("Host", Hosts, WrongHosts).Always(), ArgumentGen.Text("Path", ["/x", "y/z"], [.. WrongPaths, "/ü", "/%2f"]),
            ArgumentGen.Text("Gateway", ["public", "gateways/public"], "a/b/c", "A", "/x").Always(),
        ],
        ["EnvironmentVariable"] =
            [ArgumentGen.Text("Name", ["A", "Logging__Level", "_x.y-z"], "1A", "A B", "A=B", "INK_ROLE").Always(), ArgumentGen.AnyText("Value").Always()],
        ["Secret"] =
        [
            ArgumentGen.Text("Name", ["DB", "KEY", "T.x"], "1A", "A B").Always(), ArgumentGen.Text("From", ["/x/{environment}/y", "key"]), ArgumentGen.Text("Property", ["url"]),
            ArgumentGen.Text("Store", ["vault"], WrongSubdomains), ArgumentGen.Text("File", ["/etc/certs/{name}", "/app/{name}", "/tmp/x/{name}"], "x", "/x/", "/../x", "/"),
        ],
        ["IamRole"] = [ArgumentGen.Text("Arn", ["arn:aws:iam::{account}:role/shop", "arn:aws-cn:iam::123456789012:role/a/b"], "shop", "arn:aws:iam::1:role/x").Always()],
        ["Autoscale"] =
        [
            ArgumentGen.Number("Min", 1, 5, 0, -1, 10_001), ArgumentGen.Number("Max", 5, 20, 0, -1, 10_001), ArgumentGen.Number("Cpu", 1, 100, 0, 1001), ArgumentGen.Number("Memory", 1, 100, 0, 1001),
        ],
        ["QueueScale"] =
        [
            ArgumentGen.Text("Trigger", ["rabbitmq", "aws-sqs-queue"], "Rabbit MQ", "x y").Always(), ArgumentGen.Number("Min", 0, 5, -1, 10_001), ArgumentGen.Number("Max", 5, 20, 0, 10_001),
            ArgumentGen.List("Metadata", Gen.Const("queueName=orders"), ["x"], ["=y"], ["a=1", "a=2"]).Once(),
            ArgumentGen.Text("Authentication", ["rabbitmq", "ClusterTriggerAuthentication/all"], "Secret/x", "a b"),
        ],
        ["Availability"] =
        [
            ArgumentGen.Text("MaxUnavailable", ["1", "2", "25%", "100%"], "0", "0%", "some", "-1", "101%"), ArgumentGen.Flag("Spread"),
            ArgumentGen.Number("GraceSeconds", 6, 86_400, 0, 5, 86_401), ArgumentGen.Text("PriorityClass", ["high"], WrongSubdomains),
            ArgumentGen.Text("MinAvailable", ["1", "50%", "1%"], "100%", "some", "-1"),
        ],
        ["Metrics"] = [ArgumentGen.Text("Path", ["/metrics", "m"], WrongPaths), Port.Always(), ArgumentGen.Number("IntervalSeconds", 1, 3600, 0, 3601)],
        ["AllowFrom"] = [ArgumentGen.Text("Peer", Peers, WrongPeers).Always(), Port.Always()],
        ["AllowTo"] = [ArgumentGen.Text("Peer", Peers, WrongPeers).Always(), Port],
        ["Sidecar"] =
        [
            ArgumentGen.Text("Name", ["cache", "proxy-2"], WrongNames).Always(),
            ArgumentGen.Text("Image", ["redis:7", "{app}/cache", $"ghcr.io/acme/x:1@sha256:{new string('a', 64)}"], "https://x/y", "A/b", "x:y z", "a@sha256:1").Always(),
            ArgumentGen.Number("Port", 1, 2, 0, -1, 65536), ArgumentGen.Text("Cpu", Cpus, "lots"), ArgumentGen.Text("Memory", Memories, WrongQuantities),
            ArgumentGen.Text("EphemeralStorage", Memories, WrongQuantities), ArgumentGen.Flag("Init"), .. Entry,
        ],
        ["Volume"] =
        [
            ArgumentGen.Text("MountPath", ["/data", "/var/cache/x"], "data", "/../x", "/a//b").Always(), ArgumentGen.Text("Size", ["10Gi", "500M"], WrongQuantities),
            ArgumentGen.Text("StorageClass", ["gp3"], WrongSubdomains), ArgumentGen.Text("AccessMode", ["ReadWriteOnce", "ReadWriteOncePod"]),
            ArgumentGen.Text("Medium", ["Memory"], "Disk"),
        ],
        ["ConfigFile"] =
        [
            ArgumentGen.Text("Path", ["config/shop.json", "rules-{environment}.bin"], "../x", "/x", "a/../b").Always(), ArgumentGen.Text("MountPath", ["/etc/shop/", "/srv/conf/"], "x", "/../x"),
        ],
        ["Suppress"] =
        [
            ArgumentGen.Text("Rule", ["INK1004", "INK1009"], "INK9999", "1009").Always(), ArgumentGen.Text("Reason", ["One licence.", "{braces} stay"]).Always(),
            ArgumentGen.Text("Until", ["2099-12-31"], "tomorrow", "31.12.2099", "2099-02-30"),
        ],
        ["Label"] =
        [
            ArgumentGen.Text("Key", Keys, WrongKeys).Always(), new ArgumentGen("Value", Gen.OneOf<object>("", "gold", "no", "1e3", "{environment}"), Gen.OneOf<object>("a b", "-", "ü", new string('x', 64))).Always(),
            ArgumentGen.Text("On", ["Pod", "Service", "Deployment"], "Pods", "deployment"),
        ],
        ["Annotation"] = [ArgumentGen.Text("Key", Keys, [.. WrongKeys.Except(["app.kubernetes.io/name"]), "argocd.argoproj.io/hook"]).Always(), ArgumentGen.AnyText("Value").Always(), ArgumentGen.Text("On", ["Pod", "Ingress"], "Pods")],
    };

    /// <summary>The arguments of an attribute.</summary>
    public static IReadOnlyList<ArgumentGen> ArgumentsOf(string attribute) => ByName.TryGetValue(attribute, out var arguments) ? arguments : [];

    /// <summary>The attributes.</summary>
    public static IEnumerable<string> Attributes => ByName.Keys;

    /// <summary>A valid declaration for the app as a whole, in every environment.</summary>
    public static Gen<Declaration> Declaration(string attribute) =>
        ArgumentsOf(attribute)
            .Select(argument => (argument.IsRequired ? Gen.Const(true) : Gen.Bool).SelectMany(isWritten =>
                isWritten ? argument.Valid.Select(value => (argument.Name, (object?)value)) : Gen.Const((argument.Name, (object?)null))))
            .Aggregate(
                Gen.Const(new List<(string Name, object Value)>()),
                (all, next) => Gen.Select(all, next, (list, argument) => argument.Item2 is null ? list : [.. list, (argument.Name, argument.Item2)]))
            .Select(arguments => Declare.Attribute(attribute, [.. arguments]))
            .Select(Sound);

    // What one argument owes to another.
    private static Declaration Sound(Declaration declaration)
    {
        if (declaration.Attribute == "Availability" && declaration["MinAvailable"] is not null)
            return declaration.Without("MaxUnavailable");
        if (declaration.Attribute == "Secret" && declaration.TextOf("File") is { } file)
            return declaration.With("File", file.Replace("{name}", declaration.TextOf("Name"), StringComparison.Ordinal));
        // The containers of a pod share their ports.
        if (declaration.Attribute == "Sidecar" && declaration["Port"] is not null)
            return declaration.With("Port", declaration.TextOf("Name") == "cache" ? 101 : 102);
        return declaration;
    }
}
