using Ink.Generators.Tests.Infrastructure;

namespace Ink.Generators.Tests.Analyzer;

/// <summary>The rules of the policy that a container beside the app's own can break, at its attribute.</summary>
public sealed class SidecarAdviceTests
{
    private const string Pinned = "docker.io/valkey/valkey:8.1@sha256:0000000000000000000000000000000000000000000000000000000000000000";

    [Theory]
    [InlineData("""Sidecar("cache", {|INK2007:"redis"|})""", " has no tag, which means latest. Pin it by its digest: name:tag@sha256:….")]
    [InlineData("""Sidecar("cache", {|INK2007:"redis:latest"|})""", "Pin it by its digest: name:tag@sha256:….")]
    [InlineData("""Sidecar("cache", {|INK2007:"ghcr.io/acme/redis:7"|}, Init = true)""", "Pin it by its digest: name:tag@sha256:….")]
    [InlineData($"""Sidecar("cache", "{Pinned}")""", "")]
    [InlineData("""Sidecar("cache", "{cacheImage}")""", "")]
    [InlineData("""Sidecar("cache", "redis:{version}")""", "")]
    public Task An_image_that_is_not_pinned_is_reported_at_its_name(string sidecar, string ending) => Check("INK2007", sidecar, ending);

    [Fact]
    public Task A_port_below_1024_is_reported_at_the_port() =>
        Check("INK2014", $$"""Sidecar("cache", "{{Pinned}}", Port = {|INK2014:80|})""", "Take a Port from 1024.");

    [Theory]
    [InlineData($$"""{|INK1001:Sidecar("cache", "{{Pinned}}")|}""", "Add Cpu = \"100m\", Memory = \"256Mi\" to its [Sidecar], or set InkDefaultCpu and InkDefaultMemory; until then 100m and 256Mi are requested.")]
    [InlineData($$"""{|INK1001:Sidecar("cache", "{{Pinned}}", Cpu = "10m")|}""", "Add Memory = \"256Mi\" to its [Sidecar], or set InkDefaultMemory; until then 256Mi is requested.")]
    [InlineData($$"""Sidecar("cache", "{{Pinned}}", Cpu = "10m", Memory = "32Mi")""", "")]
    public Task Missing_requests_are_asked_for_at_the_sidecar(string sidecar, string ending) => Check("INK1001", sidecar, ending);

    [Fact]
    public Task A_finding_of_one_environment_names_it() =>
        Check("INK2007", $$"""Sidecar("cache", "{{Pinned}}")] [assembly: Sidecar("cache", {|INK2007:"redis:7"|}, Environment = "dev")""", " (in dev)");

    private static Task Check(string rule, string sidecar, string ending) =>
        AnalyzerTest.CheckAdvice(rule, TestProject.Web($"using Ink;\n[assembly: Web] [assembly: Resources(Cpu = \"1\", Memory = \"1Gi\")] [assembly: {sidecar}]"), ending);
}
