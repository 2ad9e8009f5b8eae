using Ink.Model.Collections;
using Ink.Model.Declarations;
using Ink.Model.Resolution;
using Ink.Model.Rules;
using Ink.Model.Specs;

namespace Ink.Model.Tests.Support;

/// <summary>A project that is resolved for one environment: everything but the attributes, which each test gives.</summary>
internal sealed record Project
{
    public string Assembly { get; init; } = "Checkout";

    public bool IsAspNetCore { get; init; } = true;

    public bool MapsHealth { get; init; }

    public string Environment { get; init; } = "dev";

    public bool KnowsAllMetadata { get; init; } = true;

    public string[] KnownEnvironments { get; init; } = ["dev", "staging", "production"];

    public Dictionary<string, string> Metadata { get; init; } = [];

    public Dictionary<string, string> CommandLine { get; init; } = [];

    public Dictionary<string, string> Properties { get; init; } = [];

    /// <summary>The policy that it is held to: none, unless the test is about the policy, since it has something to say of most models.</summary>
    public string Policy { get; init; } = "None";

    public ProjectMetadata[] Labels { get; init; } = [];

    public ProjectMetadata[] Annotations { get; init; } = [];

    public static Project Worker => new() { IsAspNetCore = false };

    public Project In(string environment) => this with { Environment = environment };

    public ResolvedApp Resolve(params IEnumerable<Declaration> declarations) =>
        AppResolver.Resolve(
            new AppModel(Assembly, IsAspNetCore, MapsHealth, declarations.ToEquatableArray()),
            new ResolutionContext(Environment)
            {
                Metadata = Metadata,
                KnownEnvironments = KnownEnvironments,
                CommandLine = CommandLine,
                Project = Properties.Append(new(InkProperty.Policy, Policy)).DistinctBy(pair => pair.Key).ToDictionary(),
                Labels = Labels,
                Annotations = Annotations,
                KnowsAllMetadata = KnowsAllMetadata,
            });

    /// <summary>What the declarations mean; fails on any finding.</summary>
    public AppSpec Spec(params IEnumerable<Declaration> declarations)
    {
        var resolved = Resolve(declarations);
        Assert.Empty(resolved.Findings);
        return Assert.IsType<AppSpec>(resolved.Spec);
    }

    /// <summary>The workload of that name; fails on any finding.</summary>
    public WorkloadSpec Workload(string name, params IEnumerable<Declaration> declarations) =>
        Assert.Single(Spec(declarations).Workloads, workload => workload.Name == name);

    /// <summary>The one thing that is wrong. Checks what holds for every finding: an error leaves no spec, a warning leaves one.</summary>
    public Finding Finding(params IEnumerable<Declaration> declarations)
    {
        var resolved = Resolve(declarations);
        var finding = Assert.Single(resolved.Findings);
        Assert.Equal(finding.Rule.Severity == RuleSeverity.Error, resolved.Spec is null);
        return finding;
    }
}
