using Ink.Model.Collections;
using Ink.Model.Declarations;
using Ink.Model.Rules;
using Microsoft.Build.Utilities;

namespace Ink.Tasks.Tests.Shell;

/// <summary>What the compiler writes of rules into the model decides what stops a task.</summary>
public sealed class SeverityTests : IDisposable
{
    private static readonly Declaration Excessive = Declare("Resources", ("Cpu", "2"), ("CpuLimit", "1"), ("Memory", "1Gi"));
    private static readonly Declaration OneReplica = Declare("Web", ("Replicas", 1));

    private const string Twins = "two workers of one name";

    private readonly string _folder = Directory.CreateTempSubdirectory("ink-test-").FullName;

    private string Output => Path.Combine(_folder, "out");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void An_error_stops_a_render_unless_the_project_lowers_or_suppresses_it()
    {
        Assert.Equal(["INK0004"], Render(Model(Excessive)).Codes);
        Assert.Empty(Render(Model(Excessive) with { Rules = Set(("INK0004", RuleSeverity.Warning)) }).Codes);
        Assert.Empty(Render(Model(Excessive) with { Rules = Set(("INK0004", RuleSeverity.None)) }).Codes);
        Assert.Empty(Render(Model(Excessive with { Rules = Set(("INK0004", RuleSeverity.None)) })).Codes);
        Assert.Empty(Render(Model(Excessive, Declare("Suppress", ("Rule", "INK0004"), ("Reason", "Known.")))).Codes);
        Assert.Equal(["INK0004"], Render(Model(Excessive, Declare("Suppress", ("Rule", "INK0004"), ("Reason", "Known."), ("Until", "2020-01-01")))).Codes);
    }

    [Fact]
    public void A_warning_that_the_project_raises_stops_a_render()
    {
        Assert.Empty(Render(Model(OneReplica)).Codes);
        Assert.Equal(["INK1009"], Render(Model(OneReplica) with { Rules = Set(("INK1009", RuleSeverity.Error)) }).Codes);
        Assert.Contains("INK1009", Render(Model(OneReplica) with { WarningsAsErrors = true }).Codes);
        Assert.DoesNotContain("INK1009", Render(Model(OneReplica) with { WarningsAsErrors = true, Rules = Set(("INK1009", null)) }).Codes);
    }

    [Fact]
    public void What_is_switched_off_at_its_attribute_is_accepted_in_the_manifest_that_is_made_of_it()
    {
        var raised = Set(("INK1009", RuleSeverity.Error));
        var off = OneReplica with { Rules = Set(("INK1009", RuleSeverity.None)) };

        Assert.Equal(["INK1009"], Check(Model(OneReplica) with { Rules = raised }).Codes);
        var (codes, engine) = Check(Model(off) with { Rules = raised });
        Assert.Empty(codes);
        Assert.Contains(engine.Messages, message => message.Contains("INK1009", StringComparison.Ordinal) && message.EndsWith(" Accepted: Switched off around the attribute.", StringComparison.Ordinal));
    }

    [Fact]
    public void What_is_suppressed_with_a_reason_is_accepted_for_that_reason_and_reported_when_its_time_is_over()
    {
        var raised = Set(("INK2011", RuleSeverity.Error), ("INK1009", RuleSeverity.Warning));
        var (codes, engine) = Check(Model(OneReplica, Declare("Suppress", ("Rule", "INK1009"), ("Reason", "One licence."))) with { Rules = raised });
        Assert.Empty(codes);
        Assert.Contains(engine.Messages, message => message.EndsWith(" Accepted: One licence.", StringComparison.Ordinal));

        var ended = Check(Model(OneReplica, Declare("Suppress", ("Rule", "INK1009"), ("Reason", "One licence."), ("Until", "2020-01-01"))) with { Rules = raised });
        Assert.Contains(ended.Engine.Messages, message => message.Contains("INK1009", StringComparison.Ordinal) && message.Contains("It was suppressed until 2020-01-01.", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("../../etc")]
    [InlineData("a/b")]
    [InlineData("A")]
    public void A_name_that_becomes_a_path_is_refused_whatever_the_severity(string name)
    {
        var off = Set([.. RuleCatalogue.All.Select(rule => (rule.Id, (RuleSeverity?)RuleSeverity.None))]);

        Assert.Equal(["INK0002"], Render(Model(Declare("App", ("Name", name))) with { Rules = off }).Codes);
        Assert.Equal(["INK0002"], Render(Model(Declare("Worker", ("Name", name))) with { Rules = off }).Codes);
        Assert.Equal(["INK0002"], Render(Model(Declare("Web", ("Name", name))) with { Rules = off }).Codes);
        Assert.Equal(["INK0002"], Render(Model() with { Rules = off }, environment: name).Codes);
        Assert.False(Directory.Exists(Output));
    }

    public static TheoryData<string, Declaration[]> Wrong => new()
    {
        { "two workloads of one name", [Declare("Web"), Declare("Worker", ("Name", "web"))] },
        { Twins, [Declare("Worker", ("Name", "a")), Declare("CronJob", ("Name", "a"), ("Schedule", "@daily"))] },
        { "a declaration twice", [Declare("Web", ("Port", 1)), Declare("Web", ("Port", 2))] },
        { "a variable and a secret", [Declare("EnvironmentVariable", ("Name", "A"), ("Value", "b")), Declare("Secret", ("Name", "A"))] },
        { "a variable of Ink's", [Declare("EnvironmentVariable", ("Name", "INK_ROLE"), ("Value", "b"))] },
        { "a variable that is none", [Declare("EnvironmentVariable", ("Name", "A B"), ("Value", "{unknown}"))] },
        { "a port that is none", [Declare("Web", ("Port", 0)), Declare("Health", ("Port", -1)), Declare("Metrics", ("Port", 70000))] },
        { "amounts that are none", [Declare("Resources", ("Cpu", "lots"), ("Memory", "-1"), ("CpuLimit", "x"), ("EphemeralStorage", ""))] },
        { "a schedule that is none", [Declare("CronJob", ("Name", "a"), ("Schedule", "nightly"), ("TimeZone", "?"), ("Concurrency", "7"))] },
        { "a budget that is none", [Declare("Availability", ("MinAvailable", "some"), ("MaxUnavailable", "-1"), ("GraceSeconds", 0), ("PriorityClass", "?"))] },
        { "bounds that are none", [Declare("Autoscale", ("Min", 5), ("Max", 1), ("Cpu", 0))] },
        { "two scalers", [Declare("Autoscale"), Declare("QueueScale", ("Trigger", "rabbitmq"), ("Metadata", "queue"))] },
        { "keys that are none", [Declare("Label", ("Key", "a b"), ("Value", "c d")), Declare("Annotation", ("Key", "?"), ("Value", ""), ("On", "Nothing"))] },
        { "a key of Ink's", [Declare("Label", ("Key", "app.kubernetes.io/name"), ("Value", "x")), Declare("Annotation", ("Key", "argocd.argoproj.io/sync-wave"), ("Value", "x"))] },
        { "an ingress to nothing", [Declare("Worker", ("Name", "a")), Declare("Ingress", ("Host", "https://a/b")), Declare("Route", ("Host", "?"))] },
        { "an ingress twice", [Declare("Ingress", ("Host", "a.b")), Declare("Ingress", ("Host", "a.b"), ("Path", "/")), Declare("Ingress", ("Host", ""))] },
        { "a peer that is none", [Declare("AllowFrom", ("Peer", "https://cart")), Declare("AllowTo", ("Peer", "10.0.0.0/99"), ("Port", -1))] },
        { "a role that is none", [Declare("IamRole", ("Arn", "x")), Declare("App", ("Name", "shop"), ("Team", "?"), ("Namespace", "A B"))] },
        { "sidecars of one name and port", [Declare("Web"), Declare("Sidecar", ("Name", "web"), ("Image", "?"), ("Port", 8080)), Declare("Sidecar", ("Name", "b"), ("Port", 8080))] },
        { "a secret in one file", [Declare("Secret", ("Name", "A"), ("File", "/x")), Declare("Secret", ("Name", "B"), ("File", "/x"), ("Store", "?"))] },
        { "empty texts", [Declare("Secret", ("Name", "")), Declare("Worker", ("Name", "b")), Declare("Suppress", ("Rule", "x"), ("Reason", ""))] },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Nothing_that_is_wrong_brings_a_task_down_when_every_rule_is_off(string what, Declaration[] declarations)
    {
        var off = Set([.. RuleCatalogue.All.Select(rule => (rule.Id, (RuleSeverity?)RuleSeverity.None))]);

        var (codes, engine) = Render(Model(declarations) with { Rules = off });

        // But what would be files and objects of one name is refused all the same.
        Assert.True(codes.SequenceEqual(what == Twins ? ["INK0006"] : []), $"{what}: {string.Join('\n', engine.Errors.Select(error => error.Message))}");
    }

    private static AppModel Model(params Declaration[] declarations) =>
        new("Shop", IsAspNetCore: true, MapsHealth: true, declarations.Append(Declare("Label", ("Key", "tier"), ("Value", "x"))).ToEquatableArray());

    private static EquatableArray<RuleSetting> Set(params (string Rule, RuleSeverity? Severity)[] rules) =>
        rules.Select(rule => new RuleSetting(rule.Rule, rule.Severity)).ToEquatableArray();

    private static Declaration Declare(string attribute, params (string Name, object Value)[] arguments) => new(
        attribute,
        arguments
            .Select(argument => new Argument(argument.Name, argument.Value is int number ? new ArgumentValue.Number(number) : new ArgumentValue.Text((string)argument.Value)))
            .OrderBy(argument => argument.Name, StringComparer.Ordinal)
            .ToEquatableArray());

    private (string[] Codes, RecordingEngine Engine) Render(AppModel model, string environment = "production")
    {
        var engine = new RecordingEngine();
        using var task = new RenderManifests
        {
            BuildEngine = engine,
            AssemblyPath = ModelAssembly.WriteInto(_folder, model),
            AssemblyName = "Ignored",
            EnvironmentName = environment,
            Environments = [new TaskItem("dev"), new TaskItem(environment)],
            ImageTag = "dev",
            OutputPath = Output,
        };
        var succeeded = task.Execute();
        Assert.Equal(engine.Errors.Count == 0, succeeded);
        return ([.. engine.Errors.Select(error => error.Code)], engine);
    }

    private (string[] Codes, RecordingEngine Engine) Check(AppModel model)
    {
        var engine = new RecordingEngine();
        using var task = new CheckPolicy
        {
            BuildEngine = engine,
            AssemblyPath = ModelAssembly.WriteInto(_folder, model),
            AssemblyName = "Ignored",
            EnvironmentName = "production",
            Environments = [new TaskItem("production")],
            ImageTag = "dev",
            ProjectDirectory = _folder,
        };
        _ = task.Execute();
        return ([.. engine.Errors.Select(error => error.Code).Except(["INK4001"]).Distinct()], engine);
    }
}
