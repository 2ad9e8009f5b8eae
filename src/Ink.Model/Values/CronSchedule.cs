namespace Ink.Model.Values;

/// <summary>
/// The schedule of a CronJob. What is valid here is valid in Kubernetes, which reads schedules with the standard parser of
/// github.com/robfig/cron, version 3 ("Schedule syntax" in the documentation of CronJob).
/// </summary>
public static class CronSchedule
{
    private const string Every = "@every ";

    private static readonly string[] Macros = ["@yearly", "@annually", "@monthly", "@weekly", "@daily", "@midnight", "@hourly"];

    private static readonly CronField[] Fields = [CronField.Minute, CronField.Hour, CronField.DayOfMonth, CronField.Month, CronField.DayOfWeek];

    // February has its leap day: a schedule may wait for years.
    private static readonly int[] DaysOfMonths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

    /// <summary>What is wrong with a schedule, as the end of a sentence; <see langword="null"/> where it is valid.</summary>
    public static string? Problem(string schedule)
    {
        if (schedule.StartsWith("TZ=", StringComparison.Ordinal) || schedule.StartsWith("CRON_TZ=", StringComparison.Ordinal))
            return "Kubernetes takes no time zone in the schedule; write it as TimeZone";
        if (schedule.StartsWith("@", StringComparison.Ordinal))
            return MacroProblem(schedule);

        var texts = schedule.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (texts.Length != Fields.Length)
            return $"five fields are needed, minute, hour, day of the month, month and day of the week, and there {(texts.Length == 1 ? "is 1" : $"are {texts.Length}")}{(texts.Length == 6 ? "; seconds have none" : "")}";

        var values = new ulong[Fields.Length];
        for (var i = 0; i < Fields.Length; i++)
        {
            (values[i], var problem) = Fields[i].Parse(texts[i]);
            if (problem is not null)
                return problem;
        }

        // With days of both kinds either is enough; with days of the month alone there may be none in these months.
        var hasDaysOfWeek = texts[4] is not ("*" or "?");
        return hasDaysOfWeek || HasDay(days: values[2], months: values[3]) ? null : "no such day is in these months, so it would never run";
    }

    private static string? MacroProblem(string schedule)
    {
        if (Macros.Contains(schedule, StringComparer.Ordinal))
            return null;
        if (!schedule.StartsWith(Every, StringComparison.Ordinal))
            return $"there are {string.Join(", ", Macros)} and @every with a duration";
        return GoDuration.Seconds(schedule.Substring(Every.Length)) >= 1
            ? null
            : "@every takes a duration of a second or more, in hours, minutes and seconds: @every 1h30m";
    }

    private static bool HasDay(ulong days, ulong months) =>
        DaysOfMonths.Where((length, index) => (months >> (index + 1) & 1) == 1 && (days & ((1ul << (length + 1)) - 1)) != 0).Any();
}
