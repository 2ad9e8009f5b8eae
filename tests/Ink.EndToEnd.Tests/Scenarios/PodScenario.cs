using System.Text.Json.Nodes;
using Ink.EndToEnd.Tests.Infrastructure;
using Ink.EndToEnd.Tests.Services;
using Xunit.Abstractions;

namespace Ink.EndToEnd.Tests.Scenarios;

/// <summary>The GitOps repository's own files, running.</summary>
[Collection(ShopReleaseScenarios.Name)]
public sealed class PodScenario(ShopRelease release, ITestOutputHelper output) : Scenario(output)
{
    [Fact]
    public async Task The_web_workload_runs_locked_down_and_answers_with_its_secret_and_variable()
    {
        await using var pod = await Start("deployment-shop.yaml", key => $"the value of {key} = \"ü\"");

        Assert.Equal("Healthy", await pod.Ready());
        Assert.Equal("Healthy", await pod.Get("/health/live"));
        var about = JsonNode.Parse(await pod.Get("/shop/about"))!;
        Assert.Equal("shop", about.Text("app"));
        Assert.Equal("8080", about.Text("port"));
        Assert.Equal("USD", about.Text("currency"));
        Assert.Equal("the value of DB_PASSWORD = \"ü\"", about.Text("password"));
        // INK_ROLE=web: the worker is another Deployment's.
        Assert.Equal("false", about.Text("mails"));
        Assert.DoesNotContain(Shop.WorkerIsUp, await pod.Logs(), StringComparison.Ordinal);

        var status = await pod.Get("/shop/process");
        Assert.Contains("Uid:\t1654\t1654\t1654\t1654", status, StringComparison.Ordinal);
        Assert.Contains("CapEff:\t0000000000000000", status, StringComparison.Ordinal);
        Assert.Contains("NoNewPrivs:\t1", status, StringComparison.Ordinal);
        Assert.Contains("Read-only file system", await Write(pod, "/app"), StringComparison.Ordinal);
        Assert.Equal("written", await Write(pod, "/tmp"));
    }

    [Fact]
    public async Task The_worker_runs_the_hosted_service_and_is_healthy()
    {
        await using var pod = await Start("deployment-shop-mailer.yaml", key => $"the value of {key}");

        await pod.Logged(Shop.WorkerIsUp);
        Assert.Equal("Healthy", await pod.Ready());
    }

    [Fact]
    public async Task The_worker_without_its_secrets_says_in_one_message_which_are_missing()
    {
        await using var pod = await Start("deployment-shop-mailer.yaml", _ => "");

        await pod.Logged("MAIL_TOKEN");
        var logs = await pod.Logs();
        // The host logs the failure, the runtime prints it, and podman starts the container again: each time it is this one line.
        var mentions = logs.Split('\n').Where(line => line.Contains("DB_PASSWORD", StringComparison.Ordinal) || line.Contains("MAIL_TOKEN", StringComparison.Ordinal));
        Assert.All(mentions, line => Assert.Matches("Missing secrets of the role 'mailer': DB_PASSWORD .*; MAIL_TOKEN .*secret store", line));
        Assert.DoesNotContain(Shop.WorkerIsUp, logs, StringComparison.Ordinal);
    }

    private static async Task<string> Write(Pod pod, string folder)
    {
        using var response = await pod.Http.PostAsync(new Uri($"/shop/write?folder={folder}", UriKind.Relative), content: null);
        return await response.Content.ReadAsStringAsync();
    }

    /// <summary>Starts a Deployment of the repository with what the External Secrets operator would make of its ExternalSecret.</summary>
    private async Task<Pod> Start(string deployment, Func<string, string> valueOf)
    {
        var external = await release.In("dev").Object("externalsecret-shop.yaml");
        var name = external.Text("spec target name")!;
        var keys = external.At("spec data")!.AsArray().Select(item => item!.Text("secretKey")!);
        var folder = Own(new TemporaryFolder("pod"));
        await release.GitOps.Export(folder.Path);
        return await Pod.Start(
            await Bench.Podman,
            Transcript,
            folder.Combine("apps", "shop", "dev", deployment),
            new PodOptions { Secrets = [.. keys.Select(key => (name, key, valueOf(key)))] });
    }
}
