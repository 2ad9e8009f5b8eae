using System.Diagnostics;
using System.Globalization;

namespace Ink.Benchmarks.Paired;

/// <summary>
/// Two commands, run in turns. A machine that others use gets slower and faster by the minute, which hits both runs of a pair alike: so
/// pairs are compared, and the median of their ratios is the result, not the ratio of two averages.
/// </summary>
/// <param name="Baseline">The times of the command that is compared with.</param>
/// <param name="Subject">The times of the command that is measured, in the same order.</param>
internal sealed record PairedRun(IReadOnlyList<TimeSpan> Baseline, IReadOnlyList<TimeSpan> Subject)
{
    /// <summary>How many times as long the subject takes.</summary>
    public double Ratio => Median(Pairs.Select(pair => pair.Subject / pair.Baseline));

    /// <summary>How much longer the subject takes, in milliseconds.</summary>
    public double Added => Median(Pairs.Select(pair => (pair.Subject - pair.Baseline).TotalMilliseconds));

    private IEnumerable<(TimeSpan Baseline, TimeSpan Subject)> Pairs => Baseline.Zip(Subject);

    /// <summary>Runs both so many times, after once that does not count; every other pair in the opposite order.</summary>
    public static PairedRun Measure(Command baseline, Command subject, int rounds) =>
        Measure(baseline.Name, baseline.Run, subject.Name, subject.Run, rounds);

    /// <summary>The same of what runs in this process.</summary>
    /// <param name="baseline">The name of what is compared with.</param>
    /// <param name="runBaseline">Runs it.</param>
    /// <param name="subject">The name of what is measured.</param>
    /// <param name="runSubject">Runs it.</param>
    /// <param name="rounds">How many pairs.</param>
    /// <param name="tidyUp">Runs after each, and does not count.</param>
    public static PairedRun Measure(string baseline, Action runBaseline, string subject, Action runSubject, int rounds, Action tidyUp) =>
        Measure(baseline, () => Time(runBaseline, tidyUp), subject, () => Time(runSubject, tidyUp), rounds);

    private static PairedRun Measure(string baseline, Func<TimeSpan> runBaseline, string subject, Func<TimeSpan> runSubject, int rounds)
    {
        runBaseline();
        runSubject();
        var (first, second) = (new List<TimeSpan>(), new List<TimeSpan>());
        for (var round = 0; round < rounds; round++)
        {
            if (round % 2 == 0)
                first.Add(runBaseline());
            second.Add(runSubject());
            if (round % 2 != 0)
                first.Add(runBaseline());
        }

        var run = new PairedRun(first, second);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{baseline}: {Describe(first)}"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{subject}: {Describe(second)}"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"median of {rounds} pairs: ratio {run.Ratio:0.000}, added {run.Added:0} ms"));
        return run;
    }

    private static TimeSpan Time(Action run, Action tidyUp)
    {
        var start = Stopwatch.GetTimestamp();
        run();
        var elapsed = Stopwatch.GetElapsedTime(start);
        tidyUp();
        return elapsed;
    }

    private static string Describe(List<TimeSpan> times)
    {
        var milliseconds = times.Select(time => time.TotalMilliseconds).ToList();
        return string.Create(CultureInfo.InvariantCulture, $"median {Median(milliseconds):0} ms, from {milliseconds.Min():0} to {milliseconds.Max():0}");
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        var middle = sorted.Count / 2;
        return sorted.Count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
