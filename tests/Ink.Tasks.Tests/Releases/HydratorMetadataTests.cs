using System.Text.Json;
using Ink.Manifests.Transforms;
using Ink.Model.Declarations;
using Ink.Model.Resolution;
using Ink.Model.Specs;
using Ink.Tasks.Kustomize;
using Ink.Tasks.Releases;

namespace Ink.Tasks.Tests.Releases;

/// <summary>hydrator.metadata, as Argo CD's source hydrator writes it and GitOps Promoter reads it.</summary>
public sealed class HydratorMetadataTests
{
    private const string Commit = "1a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d";

    [Fact]
    public async Task Without_being_asked_for_it_is_not_written()
    {
        Assert.DoesNotContain("hydrator.metadata", (await RenderAsync(asked: null)).AllFiles.Keys);
        Assert.DoesNotContain("hydrator.metadata", (await RenderAsync("false")).AllFiles.Keys);
    }

    [Fact]
    public async Task It_lies_at_the_top_of_the_branch_and_names_the_source_commit()
    {
        var files = (await RenderAsync("true")).AllFiles;

        using var json = JsonDocument.Parse(files["hydrator.metadata"]);
        Assert.Equal(Commit, json.RootElement.GetProperty("drySha").GetString());
        Assert.Equal(DateTimeOffset.Parse("2026-01-02T03:04:05Z", System.Globalization.CultureInfo.InvariantCulture), json.RootElement.GetProperty("date").GetDateTimeOffset());
        Assert.DoesNotContain("\r", files["hydrator.metadata"], StringComparison.Ordinal);
    }

    private static async Task<Release> RenderAsync(string? asked)
    {
        var model = new AppModel("Shop", IsAspNetCore: true, MapsHealth: true, default);
        var context = new ResolutionContext("dev") { Project = asked is null ? new Dictionary<string, string>() : new Dictionary<string, string> { [InkProperty.HydratorMetadata] = asked } };
        var app = Assert.IsType<AppSpec>(AppResolver.Resolve(model, context).Spec);
        using var transforms = new TransformSet([]);
        return await ReleaseRenderer.RenderAsync(
            app,
            context,
            new ReleaseModel(model, ModelJson.Write(model), ReleasedConfigFiles.None),
            new SourceCommit(Commit, "2026-01-02T03:04:05Z"),
            ImageName.From("", "shop", Commit, digest: null),
            GitOpsLocation.From(context, "/output"),
            transforms,
            new Overlays("/nowhere", new KustomizeProgram(_ => { })),
            CancellationToken.None);
    }
}
