using System.Diagnostics;

namespace Ink.EndToEnd.Tests.Infrastructure;

/// <summary>The one way to wait here: ask often, give up in time.</summary>
internal static class Poll
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <summary>Asks until <paramref name="ask"/> gives a value; a null when the time is over.</summary>
    public static async Task<T?> Until<T>(Func<Task<T?>> ask, TimeSpan limit)
        where T : class
    {
        var watch = Stopwatch.StartNew();
        while (true)
        {
            if (await ask() is { } answer)
                return answer;
            if (watch.Elapsed > limit)
                return null;
            await Task.Delay(Pause);
        }
    }
}
