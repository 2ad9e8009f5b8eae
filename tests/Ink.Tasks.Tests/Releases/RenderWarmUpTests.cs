using Ink.Manifests.Reading;
using Ink.Model.Resolution;
using Ink.Model.Rules;
using Ink.Tasks.Releases;

namespace Ink.Tasks.Tests.Releases;

/// <summary>Nobody would see that the warm-up fails: it would only be slow.</summary>
public sealed class RenderWarmUpTests
{
    [Fact]
    public void The_app_of_the_warm_up_resolves_without_errors() =>
        Assert.DoesNotContain(AppResolver.Resolve(ModelReader.Read(WarmUpModel.Json), WarmUpModel.Context).Findings, finding => finding.Severity == RuleSeverity.Error);

    [Theory]
    [InlineData("configmap-")]
    [InlineData("cronjob-")]
    [InlineData("deployment-")]
    [InlineData("externalsecret-")]
    [InlineData("horizontalpodautoscaler-")]
    [InlineData("httproute-")]
    [InlineData("ingress-")]
    [InlineData("job-")]
    [InlineData("networkpolicy-")]
    [InlineData("poddisruptionbudget-")]
    [InlineData("service-")]
    [InlineData("serviceaccount-")]
    [InlineData("servicemonitor-")]
    public async Task It_renders_what_most_services_have(string kind)
    {
        var (release, _) = await RenderWarmUp.RunAsync();
        Assert.Contains(release.Files.Keys, file => file.StartsWith(kind, StringComparison.Ordinal));
    }

    [Fact]
    public async Task It_writes_nothing()
    {
        var before = Directory.EnumerateFileSystemEntries(AppContext.BaseDirectory).Order(StringComparer.Ordinal).ToList();
        await RenderWarmUp.RunAsync();
        Assert.Equal(before, Directory.EnumerateFileSystemEntries(AppContext.BaseDirectory).Order(StringComparer.Ordinal));
    }
}
