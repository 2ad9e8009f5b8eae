using System.Text.RegularExpressions;
using Ink.Benchmarks.Paired;
using Ink.Testing;

namespace Ink.Benchmarks.Compiling;

/// <summary>What the generator and the analyzers add to the build of a large project, and what each analyzer takes.</summary>
internal static partial class AnalyzerOverhead
{
    private const int Files = 1000;

    public static int Run(int rounds)
    {
        new Command("build of Ink", "dotnet", "build", RepositoryRoot.Combine("src", "Ink.Generators"), "-c", "Release", "-v:quiet").Run();
        new Command("build of Ink", "dotnet", "build", RepositoryRoot.Combine("src", "Ink.Sdk"), "-c", "Release", "-v:quiet").Run();
        using var project = new LargeProject(Files);
        project.Restore();
        PairedRun.Measure(project.Build("build without Ink", withInk: false), project.Build("build with Ink", withInk: true), rounds);

        project.Build("report", withInk: true, "-p:ReportAnalyzer=true", $"-flp:LogFile={project.Log};Verbosity=detailed").Run();
        foreach (var line in File.ReadLines(project.Log).Select(line => line.Trim()).Where(line => Row().IsMatch(line)))
            Console.WriteLine(line);
        return 0;
    }

    // "0.012   3   Ink.Generators.InkAttributeAnalyzer (INK0001, …)", seconds and percent before the name.
    [GeneratedRegex(@"^[<0-9.]+\s+[<0-9]+\s+Ink\.")]
    private static partial Regex Row();
}
