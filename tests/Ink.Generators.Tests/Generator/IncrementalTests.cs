using Ink.Generators.Tests.Infrastructure;
using Microsoft.CodeAnalysis;

namespace Ink.Generators.Tests.Generator;

public sealed class IncrementalTests
{
    private const string Unrelated = "namespace Shop; internal static class Other { public static int Answer() => 41; }";

    private static readonly TestProject Project = TestProject.Web(Sources.Program, Sources.OrderWorker, Unrelated);

    [Fact]
    public void An_edit_in_another_file_reruns_nothing() =>
        AssertNothingReruns(Edit(2, "41", "42"));

    [Fact]
    public void An_edit_inside_Program_reruns_nothing() =>
        AssertNothingReruns(Edit(0, "var app = builder.Build();", "_ = builder.Services.Count;\nvar app = builder.Build();"));

    [Fact]
    public void An_attribute_that_moves_reruns_nothing() =>
        AssertNothingReruns(Project.Generate().Then(Project with { Sources = [MovedDown("[assembly: Web(Port = 9000)]\n"), .. Project.Sources.Skip(1)] }));

    [Fact]
    public void A_new_CPU_request_changes_the_model_and_no_code()
    {
        var run = Edit(0, "250m", "500m");

        Assert.Equal([IncrementalStepRunReason.Modified], run.Reasons(InkGeneratorStepNames.Declarations));
        Assert.Equal([IncrementalStepRunReason.Modified], run.Reasons(InkGeneratorStepNames.Model));
        AssertUnchanged(run, InkGeneratorStepNames.MapsHealth, InkGeneratorStepNames.Project, InkGeneratorStepNames.Settings, InkGeneratorStepNames.Constants, InkGeneratorStepNames.Host, InkGeneratorStepNames.Endpoints);
        Assert.Single(run.OutputReasons(), reason => reason == IncrementalStepRunReason.Modified);
    }

    [Fact]
    public void A_new_health_path_changes_the_model_and_the_endpoints()
    {
        var run = Edit(0, "/ready", "/readyz");

        Assert.Equal([IncrementalStepRunReason.Modified], run.Reasons(InkGeneratorStepNames.Endpoints));
        AssertUnchanged(run, InkGeneratorStepNames.Constants, InkGeneratorStepNames.Host);
    }

    [Fact]
    public void A_call_of_MapInk_that_goes_changes_the_model_alone()
    {
        var run = Edit(0, "app.MapInk();", "");

        Assert.Equal([IncrementalStepRunReason.Modified], run.Reasons(InkGeneratorStepNames.Model));
        AssertUnchanged(run, InkGeneratorStepNames.Declarations, InkGeneratorStepNames.Environments, InkGeneratorStepNames.Constants, InkGeneratorStepNames.Host, InkGeneratorStepNames.Endpoints);
    }

    [Fact]
    public void A_worker_that_stops_being_one_changes_the_registration_alone()
    {
        var run = Project.Generate().Then(Project with { Sources = [Sources.Program, Sources.OrderWorker.Replace(" : BackgroundService", "", StringComparison.Ordinal), Unrelated] });

        Assert.DoesNotContain("Shop.OrderWorker>", run.Text("InkHost.g.cs"), StringComparison.Ordinal);
        AssertUnchanged(run, InkGeneratorStepNames.Model, InkGeneratorStepNames.Constants, InkGeneratorStepNames.Endpoints);
    }

    private static GeneratorRun Edit(int file, string before, string after) => Project.Generate().Then(Edited(file, before, after));

    private static string MovedDown(string attribute)
    {
        const string next = "[assembly: IamRole";
        Assert.Contains(attribute, Sources.Program, StringComparison.Ordinal);
        return Sources.Program.Replace(attribute, "", StringComparison.Ordinal).Replace(next, attribute + next, StringComparison.Ordinal);
    }

    private static TestProject Edited(int file, string before, string after)
    {
        Assert.Contains(before, Project.Sources[file], StringComparison.Ordinal);
        return Project with { Sources = [.. Project.Sources.Select((source, index) => index == file ? source.Replace(before, after, StringComparison.Ordinal) : source)] };
    }

    private static void AssertNothingReruns(GeneratorRun run)
    {
        run.AssertClean();
        AssertUnchanged(run, [.. InkGeneratorStepNames.All]);
        Assert.All(run.OutputReasons(), reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
    }

    private static void AssertUnchanged(GeneratorRun run, params string[] steps)
    {
        foreach (var step in steps)
            Assert.All(run.Reasons(step), reason => Assert.True(reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged, $"{step} was {reason}"));
    }
}
