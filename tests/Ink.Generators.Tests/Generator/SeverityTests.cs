using Ink.Generators.Tests.Infrastructure;
using Microsoft.CodeAnalysis;

namespace Ink.Generators.Tests.Generator;

/// <summary>
/// Every way to change what a rule weighs, or to take it back: compiler and targets have to come to the same, and to what is expected.
/// INK1009 is a warning by default, INK1004 an information, INK1003 off, INK0004 an error. INK1001 is about what no attribute says.
/// </summary>
public sealed class SeverityTests
{
    private const string Single = """[assembly: Ink.Web(Replicas = 1)]""";
    private const string Excessive = """[assembly: Ink.Resources(Cpu = "1", Memory = "2Gi", MemoryLimit = "1Gi")]""";
    private const string Begin = "WebApplication.CreateBuilder(args).Build().MapInk();";

    public static TheoryData<Way> Ways =>
    [
        new("nothing") { Expected = ["INK0004 Error", "INK1004 Info", "INK1009 Warning"] },
        new(".editorconfig") { EditorConfig = Rules("INK0004", "warning", "INK1003", "warning", "INK1004", "error", "INK1009", "none"), Expected = ["INK0004 Warning", "INK1003 Warning", "INK1004 Error"] },
        new(".editorconfig, silent") { EditorConfig = Rules("INK1009", "silent"), Expected = ["INK0004 Error", "INK1004 Info"] },
        new(".globalconfig") { GlobalConfig = Rules("INK0004", "none", "INK1009", "suggestion"), Expected = ["INK1004 Info", "INK1009 Info"] },
        new(".editorconfig over .globalconfig") { EditorConfig = Rules("INK1009", "error"), GlobalConfig = Rules("INK1009", "none"), Expected = ["INK0004 Error", "INK1004 Info", "INK1009 Error"] },
        new("the category") { EditorConfig = "dotnet_analyzer_diagnostic.category-Ink.severity = error", Expected = ["INK0004 Error", "INK1004 Error", "INK1009 Error"] },
        new("all analyzers") { EditorConfig = "dotnet_analyzer_diagnostic.severity = suggestion", Expected = ["INK0004 Info", "INK1004 Info", "INK1009 Info"] },
        new("all analyzers, off") { EditorConfig = "dotnet_analyzer_diagnostic.severity = none", Expected = [] },
        new("all analyzers, and one rule") { EditorConfig = "dotnet_analyzer_diagnostic.severity = none\n" + Rules("INK1009", "error"), Expected = ["INK1009 Error"] },
        new("all analyzers, TreatWarningsAsErrors") { EditorConfig = "dotnet_analyzer_diagnostic.severity = warning", General = ReportDiagnostic.Error, Expected = ["INK0004 Error", "INK1004 Error", "INK1009 Error"] },
        new("NoWarn") { Specific = [("INK1009", ReportDiagnostic.Suppress), ("INK0004", ReportDiagnostic.Suppress)], Expected = ["INK1004 Info"] },
        new("WarningsAsErrors") { Specific = [("INK1009", ReportDiagnostic.Error)], Expected = ["INK0004 Error", "INK1004 Info", "INK1009 Error"] },
        new("WarningsAsErrors of an information") { Specific = [("INK1004", ReportDiagnostic.Error)], Expected = ["INK0004 Error", "INK1004 Error", "INK1009 Warning"] },
        new("TreatWarningsAsErrors") { General = ReportDiagnostic.Error, Expected = ["INK0004 Error", "INK1004 Info", "INK1009 Error"] },
        new("WarningsNotAsErrors") { General = ReportDiagnostic.Error, Specific = [("INK1009", ReportDiagnostic.Default)], Expected = ["INK0004 Error", "INK1004 Info", "INK1009 Warning"] },
        new("no warnings at all") { General = ReportDiagnostic.Suppress, Expected = ["INK0004 Error"] },
        new("no warning level") { WarningLevel = 0, Expected = ["INK0004 Error"] },
        new("Strict") { Policy = "Strict", Expected = ["INK0004 Error", "INK1004 Warning", "INK1009 Error"] },
        new("Strict, TreatWarningsAsErrors") { Policy = "Strict", General = ReportDiagnostic.Error, Expected = ["INK0004 Error", "INK1004 Error", "INK1009 Error"] },
        new("Strict, WarningsNotAsErrors") { Policy = "Strict", General = ReportDiagnostic.Error, Specific = [("INK1004", ReportDiagnostic.Default)], Expected = ["INK0004 Error", "INK1004 Warning", "INK1009 Error"] },
        new("Strict, and a rule that stays a warning") { Policy = "Strict", EditorConfig = Rules("INK1009", "warning"), Expected = ["INK0004 Error", "INK1004 Warning", "INK1009 Warning"] },
        new("None") { Policy = "None", Expected = ["INK0004 Error"] },
        new("None, and a rule that is wanted") { Policy = "None", EditorConfig = Rules("INK1009", "error"), Expected = ["INK0004 Error"] },
        new("#pragma") { Before = "#pragma warning disable INK1009, INK0004", Expected = ["INK1004 Info"] },
        new("#pragma for all") { Before = "#pragma warning disable", Expected = [] },
        new("#pragma that ends before") { Before = "#pragma warning disable INK1009\n#pragma warning restore INK1009", Expected = ["INK0004 Error", "INK1004 Info", "INK1009 Warning"] },
        new("#pragma, TreatWarningsAsErrors") { Before = "#pragma warning disable INK1009", General = ReportDiagnostic.Error, Expected = ["INK0004 Error", "INK1004 Info"] },
        new("#pragma around what another attribute says") { Before = "#pragma warning disable INK1009\n" + Excessive + "\n#pragma warning restore INK1009", After = "", Expected = ["INK0004 Error", "INK1004 Info", "INK1009 Warning"] },
        new("#pragma that switches on") { Before = "#pragma warning enable INK1009", Specific = [("INK1009", ReportDiagnostic.Suppress)], Expected = ["INK0004 Error", "INK1004 Info"] },
        new("#pragma where the program begins") { Attributes = "", Before = "#pragma warning disable INK1001", General = ReportDiagnostic.Error, Rules = ["INK1001"], Expected = [] },
        new("nothing where the program begins") { Attributes = "", General = ReportDiagnostic.Error, Rules = ["INK1001"], Expected = ["INK1001 Error"] },
        new("[SuppressMessage]") { Before = """[assembly: System.Diagnostics.CodeAnalysis.SuppressMessage("Ink", "INK1009:One replica", Justification = "One licence.")]""", Expected = ["INK0004 Error", "INK1004 Info"] },
        new("[module: SuppressMessage]") { Before = """[module: System.Diagnostics.CodeAnalysis.SuppressMessage("Ink", "INK0004")]""", Expected = ["INK1004 Info", "INK1009 Warning"] },
        new("[SuppressMessage] of a type") { Before = """[assembly: System.Diagnostics.CodeAnalysis.SuppressMessage("Ink", "INK1009", Scope = "type", Target = "~T:Shop.Order")]""", Expected = ["INK0004 Error", "INK1004 Info", "INK1009 Warning"] },
        new("[SuppressMessage] of a type that is not named") { Before = """[assembly: System.Diagnostics.CodeAnalysis.SuppressMessage("Ink", "INK1009", Scope = "type")]""", Expected = ["INK0004 Error", "INK1004 Info", "INK1009 Warning"] },
        new("[Suppress]") { Before = """[assembly: Ink.Suppress("INK1009", "One licence.")] [assembly: Ink.Suppress("INK0004", "Known.")]""", Expected = ["INK1004 Info"] },
        new("[Suppress] here") { Before = """[assembly: Ink.Suppress("INK1009", "One licence.", Environment = "production", Workload = "web", Until = "9999-12-31")]""", Expected = ["INK0004 Error", "INK1004 Info"] },
        new("[Suppress] elsewhere") { Before = """[assembly: Ink.Suppress("INK1009", "One licence.", Environment = "staging")]""", Expected = ["INK0004 Error", "INK1004 Info", "INK1009 Warning"] },
        new("[Suppress] that has ended") { Before = """[assembly: Ink.Suppress("INK1009", "One licence.", Until = "2020-01-01")]""", Expected = ["INK0004 Error", "INK1004 Info", "INK1009 Warning"] },
        new("a file of its own") { Other = Single, Attributes = Excessive, EditorConfig = Rules("INK1009", "error"), OtherConfig = Rules("INK1009", "none"), Expected = ["INK0004 Error", "INK1004 Info"] },
        new("a file of its own, and the command line") { Other = Single, Attributes = Excessive, EditorConfig = Rules("INK1009", "suggestion"), OtherConfig = Rules("INK1009", "default"), Expected = ["INK0004 Error", "INK1004 Info", "INK1009 Warning"] },
    ];

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Compiler_and_targets_weigh_a_rule_alike(Way way)
    {
        var weighed = await Weighed.Of(way.ToProject(), "production", way.Rules);

        Assert.Equal(way.Expected, weighed.InCompiler);
        Assert.Equal(way.Expected, weighed.InTargets);
    }

    private static string Rules(params string[] rules) =>
        string.Join('\n', rules.Chunk(2).Select(pair => $"dotnet_diagnostic.{pair[0]}.severity = {pair[1]}"));

    /// <summary>A project that says something of rules.</summary>
    public sealed record Way(string Name)
    {
        public string Before { get; init; } = "";

        public string Attributes { get; init; } = Single + "\n" + Excessive;

        public string After { get; init; } = "";

        public string Other { get; init; } = "";

        public string? EditorConfig { get; init; }

        public string? OtherConfig { get; init; }

        public string? GlobalConfig { get; init; }

        public string? Policy { get; init; }

        public ReportDiagnostic General { get; init; } = ReportDiagnostic.Default;

        public int WarningLevel { get; init; } = 9999;

        public (string Rule, ReportDiagnostic Report)[] Specific { get; init; } = [];

        public string[] Rules { get; init; } = ["INK0004", "INK1003", "INK1004", "INK1009"];

        public string[] Expected { get; init; } = [];

        public override string ToString() => Name;

        internal TestProject ToProject()
        {
            var files = new (string Path, string? Text)[]
            {
                ("/src/.editorconfig", EditorConfig is null ? null : $"[File0.cs]\n{EditorConfig}"),
                ("/src/.editorconfig", OtherConfig is null ? null : $"[File0.cs]\n{EditorConfig}\n[File1.cs]\n{OtherConfig}"),
                ("/.globalconfig", GlobalConfig is null ? null : $"is_global = true\n{GlobalConfig}"),
            };
            var attributes = Before.Contains(Excessive, StringComparison.Ordinal) ? Single : Attributes;
            var project = TestProject.Web($"{Before}\n{attributes}\n{After}\n{Begin}", Other) with
            {
                Configuration = new Configuration([.. files.Where(file => file.Text is not null).GroupBy(file => file.Path).Select(group => (group.Key, group.Last().Text!))]),
                Options = options => options
                    .WithGeneralDiagnosticOption(General)
                    .WithWarningLevel(WarningLevel)
                    .WithSpecificDiagnosticOptions(options.SpecificDiagnosticOptions.SetItems(Specific.Select(pair => new KeyValuePair<string, ReportDiagnostic>(pair.Rule, pair.Report)))),
            };
            return Policy is null ? project : project.With("InkPolicy", Policy);
        }
    }
}
