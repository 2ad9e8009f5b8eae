using System.Diagnostics;
using System.Globalization;
using Ink.Benchmarks.Paired;

namespace Ink.Benchmarks.Rendering;

/// <summary>The task in a process that has run nothing of Ink before: what it costs to load it, to compile it and to run it once.</summary>
internal static class ColdTask
{
    public static int Run(int rounds)
    {
        Sample.Prepare();
        PairedRun.Measure(Self("nothing"), Self("render"), rounds);
        return 0;
    }

    /// <summary>One render; prints how long it took.</summary>
    public static int Once()
    {
        var folder = Directory.CreateTempSubdirectory("ink-cold-").FullName;
        try
        {
            var watch = Stopwatch.StartNew();
            Sample.Render(folder + "/");
            Console.WriteLine(watch.Elapsed.TotalMilliseconds.ToString("0", CultureInfo.InvariantCulture));
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static Command Self(string what) => new(what == "render" ? "a process that renders" : "a process that does nothing", Environment.ProcessPath!, "once", what);
}
