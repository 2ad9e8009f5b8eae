using CsCheck;
using Ink.Manifests.Tests.Infrastructure;
using Ink.Model.Collections;
using Ink.Model.Specs;

namespace Ink.Manifests.Tests.Properties;

/// <summary>Makes random applications that the resolver could have resolved.</summary>
internal static class AppGen
{
    private static readonly Gen<string> Label =
        from first in Gen.Char['a', 'z']
        from rest in Gen.String[Gen.Char["abcxyz0189-"], 0, 20]
        select (first + rest).TrimEnd('-');

    // What people write, and what YAML readers stumble over.
    public static Gen<string> Text { get; } = Gen.OneOf(
        Gen.String[Gen.Char[' ', '~'], 0, 40],
        Gen.OneOf("no", "1e3", "0755", "null", "🛒", "a\nb\n", " x ", "$(X)", "12:30:45", ""));

    private static readonly Gen<string> VariableName =
        from first in Gen.Char["ABCXYZ_"]
        from rest in Gen.String[Gen.Char["ABCxyz019_.-"], 0, 15]
        select first + rest;

    private static readonly Gen<string> File =
        from directory in Gen.OneOf(Gen.OneOf("", "/app", "/tmp", "/etc/certs", "/etc-certs", "/etc/Certs"), Label.Select(label => $"/{label}"))
        from name in Label
        select $"{directory}/{name}.pem";

    private static readonly Gen<SecretSpec> Secret =
        from name in VariableName
        from key in Label
        from property in Label.Null()
        from store in Label.Null()
        from file in File.Null()
        select new SecretSpec(name, $"/{key}", property, store, file);

    private static readonly Gen<ResourcesSpec> Resources =
        from cpu in Gen.Int[1, 2000]
        from memory in Gen.Int[1, 4096]
        from hasCpuLimit in Gen.Bool
        from extraCpu in Gen.Int[0, 2000]
        from extraMemory in Gen.Int[0, 4096]
        from storage in Gen.OneOf(null, "1Gi", "500M", "1e9", "0.5Gi")
        select Apps.Resources(
            $"{cpu}m", $"{memory}Mi", hasCpuLimit ? $"{cpu + extraCpu}m" : null, $"{memory + extraMemory}Mi", storage);

    private static readonly Gen<IngressSpec> Ingress =
        from host in Label
        from path in Label
        from pathType in Gen.OneOf("Prefix", "Exact", "ImplementationSpecific")
        from ingressClass in Gen.OneOf("shared", "internal", "edge.public")
        from tls in Gen.Bool
        from secret in Label.Null()
        select new IngressSpec($"{host}.example.com", $"/{path}", pathType, ingressClass, tls, tls ? secret : null);

    private static readonly Gen<string?> Path = Label.Select(label => $"/{label}").Null();

    private static readonly Gen<CronSpec> Cron =
        from schedule in Gen.OneOf("*/5 * * * *", "0 3 * * mon-fri", "0 0 1 1 *", "@daily", "@every 1h")
        from zone in Gen.OneOf(null, "UTC", "Europe/Berlin", "Etc/GMT+1")
        from concurrency in Gen.OneOf(Concurrency.Allow, Concurrency.Forbid, Concurrency.Replace)
        select new CronSpec(schedule, zone, concurrency);

    private static readonly Gen<JobSpec> Job =
        from retries in Gen.Int[0, 100]
        from deadline in Gen.Int[1, int.MaxValue].Nullable()
        from when in Gen.OneOf(JobTime.BeforeDeploy, JobTime.AfterDeploy)
        from cron in Cron
        select new JobSpec(retries, deadline) { When = when, Cron = cron };

    public static Gen<AppSpec> App { get; } =
        from name in Label
        from environment in Label
        from partOf in Label
        from team in Label.Null()
        from description in Text.Null()
        from hasRole in Gen.Bool
        from secrets in Secret.Array[0, 6]
        from ingresses in Ingress.Array[0, 5]
        from web in Workload(WorkloadKind.Web)
        from hasWeb in Gen.Bool
        from others in Gen.OneOf(Workload(WorkloadKind.Worker), Workload(WorkloadKind.CronJob), Workload(WorkloadKind.Job)).Array[1, 4]
        from server in Gen.Bool
        select Assemble(
            new AppSpec
            {
                Name = name,
                Environment = environment,
                Namespace = name,
                PartOf = partOf,
                Team = team,
                Description = description,
                IamRole = hasRole ? $"arn:aws:iam::123456789012:role/{name}" : null,
                SecretStore = new SecretStoreReference("aws-parameter-store", "ClusterSecretStore"),
                Argo = new ArgoSpec("argocd", "default", server ? "https://kubernetes.default.svc" : null, server ? null : environment),
                Workloads = default,
                Ingresses = hasWeb ? ingresses.ToEquatableArray() : default,
            },
            hasWeb ? [web, .. others] : others,
            secrets);

    private static Gen<WorkloadSpec> Workload(WorkloadKind kind) =>
        from name in Label
        from replicas in Gen.Int[0, 5]
        from port in Gen.Int[1, 65535]
        from healthPort in Gen.Int[1, 65535].Nullable()
        from hasHealth in Gen.Bool
        from ready in Path
        from live in Path
        from resources in Resources
        from variables in Gen.Select(VariableName, Text, (variable, value) => new VariableSpec(variable, value)).Array[0, 6]
        from args in Text.Array[0, 3]
        from drain in Gen.Int[0, 10]
        from job in Job
        select WithJob(job, new WorkloadSpec
        {
            Kind = kind,
            Name = name,
            ObjectName = name,
            Replicas = replicas,
            Port = kind == WorkloadKind.Web ? port : null,
            Resources = resources,
            Health = hasHealth ? new HealthSpec(healthPort ?? port, ready, live, live, 10, 2, 3) : null,
            Variables = variables.DistinctBy(variable => variable.Name).ToEquatableArray(),
            Args = args.ToEquatableArray(),
            DrainSeconds = drain,
        });

    // What runs to its end serves nothing, is not probed and does not drain.
    private static WorkloadSpec WithJob(JobSpec job, WorkloadSpec workload) =>
        workload.RunsToCompletion
            ? workload with { Job = workload.Kind == WorkloadKind.CronJob ? job : job with { Cron = null }, Replicas = 1, Health = null, DrainSeconds = 0 }
            : workload;

    // What one part of an application owes to another: names that differ, secrets that the app knows.
    private static AppSpec Assemble(AppSpec app, WorkloadSpec[] workloads, SecretSpec[] secrets)
    {
        var all = secrets.DistinctBy(secret => secret.Name).DistinctBy(secret => secret.File ?? secret.Name).ToArray();
        return app with
        {
            Secrets = all.ToEquatableArray(),
            Workloads = workloads.DistinctBy(workload => workload.Name).Select((workload, i) => workload with
            {
                ObjectName = workload.Kind == WorkloadKind.Web ? app.Name : $"{app.Name}-{workload.Name}",
                Secrets = all.Skip(i)
                    .Where(secret => workload.Variables.All(variable => variable.Name != secret.Name))
                    .ToEquatableArray(),
            }).ToEquatableArray(),
        };
    }
}
