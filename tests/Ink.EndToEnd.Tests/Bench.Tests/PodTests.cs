using Ink.EndToEnd.Tests.Infrastructure;
using Xunit.Abstractions;

namespace Ink.EndToEnd.Tests.BenchTests;

public sealed class PodTests(ITestOutputHelper output) : Scenario(output)
{
    private const string Program = """
        var app = WebApplication.CreateBuilder(args).Build();
        app.MapGet("/health/ready", () => "ready");
        app.MapGet("/password", () => Environment.GetEnvironmentVariable("DB_PASSWORD"));
        app.MapGet("/write", (string folder) =>
        {
            try
            {
                File.WriteAllText(Path.Combine(folder, "file"), "text");
                return "written";
            }
            catch (Exception exception)
            {
                return exception.Message;
            }
        });
        app.MapGet("/status", () => File.ReadAllText("/proc/self/status"));
        app.Run();
        """;

    /// <summary>All that Ink renders into a Deployment by default, written by hand, in two replicas.</summary>
    private static string Deployment(string image) => $$"""
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: bench, namespace: bench }
        spec:
          replicas: 2
          selector: { matchLabels: { app.kubernetes.io/name: bench } }
          template:
            metadata: { labels: { app.kubernetes.io/name: bench } }
            spec:
              serviceAccountName: bench
              automountServiceAccountToken: false
              terminationGracePeriodSeconds: 30
              securityContext:
                runAsNonRoot: true
                runAsUser: 1654
                runAsGroup: 1654
                fsGroup: 1654
                seccompProfile: { type: RuntimeDefault }
              topologySpreadConstraints:
                - maxSkew: 1
                  topologyKey: kubernetes.io/hostname
                  whenUnsatisfiable: ScheduleAnyway
                  labelSelector: { matchLabels: { app.kubernetes.io/name: bench } }
              containers:
                - name: web
                  image: {{image}}
                  ports: [{ name: http, containerPort: 8080 }]
                  env:
                    - name: DB_PASSWORD
                      valueFrom: { secretKeyRef: { name: bench, key: DB_PASSWORD } }
                  lifecycle: { preStop: { sleep: { seconds: 5 } } }
                  resources:
                    requests: { cpu: 100m, memory: 256Mi }
                    limits: { memory: 256Mi, ephemeral-storage: 1Gi }
                  securityContext:
                    allowPrivilegeEscalation: false
                    readOnlyRootFilesystem: true
                    capabilities: { drop: [ALL] }
                  startupProbe: { httpGet: { path: /health/ready, port: http }, failureThreshold: 30, periodSeconds: 2 }
                  readinessProbe: { httpGet: { path: /health/ready, port: http } }
                  livenessProbe: { httpGet: { path: /health/ready, port: http } }
                  volumeMounts: [{ name: tmp, mountPath: /tmp }]
              volumes:
                - name: tmp
                  emptyDir: { sizeLimit: 64Mi }

        """;

    [Fact]
    public async Task A_deployment_by_tag_and_digest_runs_locked_down_with_its_secret()
    {
        var registry = await Bench.Registry;
        using var workspace = new Workspace(Transcript, feed: null, odd: true);
        workspace.UseRegistry(registry)
            .Write("Probe.csproj", ProjectFile.Plain())
            .Write("Program.cs", Program);
        (await workspace.Publish(
            "PublishContainer", $"ContainerRegistry={registry.Host}", "ContainerRepository=bench", "ContainerImageTag=one")).Succeeded();
        var digest = await registry.Client.DigestOf("bench", "one");
        workspace.Write("deployment.yaml", Deployment($"{registry.Host}/bench:one@{digest}"));

        await using var pod = await Pod.Start(
            await Bench.Podman, Transcript, workspace.PathOf("deployment.yaml"),
            new PodOptions { Secrets = [("bench", "DB_PASSWORD", "p \"q\" = ü")] });

        Assert.Equal("ready", await pod.Ready());
        Assert.Equal("p \"q\" = ü", await pod.Get("/password"));
        Assert.Equal("written", await pod.Get("/write?folder=/tmp"));
        Assert.Contains("Read-only file system", await pod.Get("/write?folder=/app"), StringComparison.Ordinal);
        var status = await pod.Get("/status");
        Assert.Contains("Uid:\t1654\t1654", status, StringComparison.Ordinal);
        Assert.Contains("CapEff:\t0000000000000000", status, StringComparison.Ordinal);
        Assert.Contains("NoNewPrivs:\t1", status, StringComparison.Ordinal);
        // 2: filtered by a seccomp profile.
        Assert.Contains("Seccomp:\t2", status, StringComparison.Ordinal);
        await pod.Logged("Application started");
    }
}
