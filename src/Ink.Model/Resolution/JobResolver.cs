using Ink.Model.Declarations;
using Ink.Model.Rules;
using Ink.Model.Specs;
using Ink.Model.Values;

namespace Ink.Model.Resolution;

/// <summary>Resolves when and how often a cron job or a job runs.</summary>
internal static class JobResolver
{
    private const int DefaultRetries = 2;

    public static JobSpec Resolve(MergedDeclaration declared)
    {
        var isCron = declared.Kind == AttributeKind.CronJob;
        return new JobSpec(
            declared.Number("Retries", 0, 100, RuleCatalogue.InvalidDuration, "Write how often a failed run is tried again, from 0 to 100.") ?? DefaultRetries,
            declared.Number("DeadlineSeconds", 1, int.MaxValue, RuleCatalogue.InvalidDuration, "Write the seconds that a run may take, 1 or more, or leave the argument out for no bound."))
        {
            When = isCron ? default : Choice(declared, "When", JobTime.BeforeDeploy),
            Cron = isCron ? Cron(declared) : null,
        };
    }

    private static CronSpec Cron(MergedDeclaration declared) => new(
        declared.Text("Schedule", schedule => CronSchedule.Problem(schedule) is null, RuleCatalogue.InvalidDuration, schedule =>
            $"\"{schedule}\" is not a schedule: {CronSchedule.Problem(schedule)}. Half past three on weekdays is \"30 3 * * mon-fri\".") ?? "",
        declared.Text("TimeZone", TimeZoneName.IsValid, RuleCatalogue.InvalidDuration, zone =>
            $"\"{zone}\" is not the name of a time zone in the IANA database. Write for example Europe/Berlin or Etc/UTC, with its capitals."),
        Choice(declared, "Concurrency", Concurrency.Forbid));

    // The compiler takes any number for an enum.
    private static T Choice<T>(MergedDeclaration declared, string argument, T fallback)
        where T : struct, Enum
    {
        if (declared.Text(argument) is not { } text)
            return fallback;
        if (Enum.GetNames(typeof(T)).Contains(text, StringComparer.Ordinal))
            return (T)Enum.Parse(typeof(T), text);
        declared.Report(RuleCatalogue.EmptyArgument, argument, $"\"{text}\" is none of {string.Join(", ", Enum.GetNames(typeof(T)))}. Write one of them.");
        return fallback;
    }
}
