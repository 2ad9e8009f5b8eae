using Ink.Model.Declarations;
using Ink.Model.Rules;
using Ink.Model.Specs;
using Ink.Model.Values;

namespace Ink.Model.Resolution;

/// <summary>Resolves when and how often a cron job or a job runs.</summary>
internal static class JobResolver
{
    private const int DefaultRetries = 2;

    public static JobSpec Resolve(MergedDeclaration declared, ResolutionContext context)
    {
        var isCron = declared.Kind == AttributeKind.CronJob;
        return new JobSpec(
            declared.NumberSetting(context, "Retries", InkProperty.JobRetries, 0, 100, RuleCatalogue.InvalidDuration, "Write how often a failed run is tried again, from 0 to 100.") ?? DefaultRetries,
            declared.NumberSetting(context, "DeadlineSeconds", InkProperty.JobDeadlineSeconds, 1, int.MaxValue, RuleCatalogue.InvalidDuration, "Write the seconds that a run may take, 1 or more, or leave the argument out for no bound."))
        {
            When = isCron ? default : Choice(declared, context, "When", property: null, JobTime.BeforeDeploy),
            Cron = isCron ? Cron(declared, context) : null,
        };
    }

    private static CronSpec Cron(MergedDeclaration declared, ResolutionContext context) => new(
        declared.Text("Schedule", schedule => CronSchedule.Problem(schedule) is null, RuleCatalogue.InvalidDuration, schedule =>
            $"\"{schedule}\" is not a schedule: {CronSchedule.Problem(schedule)}. Half past three on weekdays is \"30 3 * * mon-fri\".") ?? "",
        declared.Setting(context, "TimeZone", InkProperty.CronTimeZone, TimeZoneName.IsValid, RuleCatalogue.InvalidDuration, zone =>
            $"\"{zone}\" is not the name of a time zone in the IANA database. Write for example Europe/Berlin or Etc/UTC, with its capitals."),
        Choice(declared, context, "Concurrency", InkProperty.CronConcurrency, Concurrency.Forbid));

    // The compiler takes any number for an enum.
    private static T Choice<T>(MergedDeclaration declared, ResolutionContext context, string argument, string? property, T fallback)
        where T : struct, Enum
    {
        var names = Enum.GetNames(typeof(T));
        bool IsName(string? value) => names.Contains(value, StringComparer.Ordinal);
        string Wrong(string value) => $"\"{value}\" is none of {string.Join(", ", names)}. Write one of them.";
        var text = property is null
            ? declared.Text(argument, IsName, RuleCatalogue.EmptyArgument, Wrong)
            : declared.Setting(context, argument, property, IsName, RuleCatalogue.EmptyArgument, Wrong);
        return IsName(text) ? (T)Enum.Parse(typeof(T), text) : fallback;
    }
}
