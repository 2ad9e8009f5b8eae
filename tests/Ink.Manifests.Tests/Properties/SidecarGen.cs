using CsCheck;
using Ink.Manifests.Tests.Infrastructure;
using Ink.Model.Collections;
using Ink.Model.Specs;

namespace Ink.Manifests.Tests.Properties;

/// <summary>Makes random containers beside the app's own, as the resolver could have resolved them.</summary>
internal static class SidecarGen
{
    // Names that are ports' as well, that nearly are, and that are too long for one or for a volume's.
    private static readonly Gen<string> Name = Gen.OneOf(
        "cache", "proxy", "http", "health", "metrics", "port-9000", "port-6379", "9000", "a--b", "opentelemetry-collector", new string('n', 63), new string('n', 62) + "m");

    private static readonly Gen<SidecarSpec> Sidecar =
        from name in Name
        from cpu in Gen.Int[1, 500]
        from memory in Gen.Int[1, 512]
        from port in Gen.OneOf<int?>(null, 6379, 9000, 9464, 8080)
        from isInit in Gen.Bool
        from args in Gen.OneOf("", "no", "$(X)", "--save", "0755", "a\nb").Array[0, 3]
        select new SidecarSpec(name, $"ghcr.io/acme/{name}:1", Apps.Resources($"{cpu}m", $"{memory}Mi"))
        {
            Port = isInit ? null : port,
            IsInit = isInit,
            Args = args.ToEquatableArray(),
        };

    /// <summary>The app with some of them, whose names and ports differ from those of their pod.</summary>
    public static Gen<AppSpec> WithSidecars(this Gen<AppSpec> apps) =>
        from app in apps
        from sidecars in Sidecar.Array[0, 4]
        select app with
        {
            Workloads = app.Workloads.Select(workload => workload with { Sidecars = Fitting(workload, sidecars).ToEquatableArray() }).ToEquatableArray(),
        };

    private static IEnumerable<SidecarSpec> Fitting(WorkloadSpec workload, SidecarSpec[] sidecars)
    {
        var names = new HashSet<string>(StringComparer.Ordinal) { workload.Name };
        var ports = new HashSet<int?> { workload.Port, workload.Health?.Port };
        return sidecars.Where(sidecar => names.Add(sidecar.Name) && (sidecar.Port is null || ports.Add(sidecar.Port)));
    }
}
