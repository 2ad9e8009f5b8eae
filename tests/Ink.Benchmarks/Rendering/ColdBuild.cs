using Ink.Benchmarks.Paired;

namespace Ink.Benchmarks.Rendering;

/// <summary>What rendering all environments adds to a build that has nothing else to do.</summary>
internal static class ColdBuild
{
    public static int Run(int rounds)
    {
        Sample.Prepare();
        PairedRun.Measure(
            Sample.Build("dotnet build"),
            Sample.Build("dotnet build -t:InkRender", "-t:InkRender", "-p:InkEnvironment=all"),
            rounds);
        return 0;
    }
}
