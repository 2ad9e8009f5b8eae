using System.Globalization;
using Ink.Model.Collections;
using Ink.Model.Declarations;

namespace Ink.Model.Rules;

/// <summary>
/// What the source takes back: <c>[Suppress]</c>, which names a reason and may end, and what is switched off around an attribute.
/// </summary>
/// <param name="Declared">The <c>[Suppress]</c> of one environment.</param>
/// <param name="Today">The day, UTC; what ends does so the day after its date.</param>
public sealed record Suppressions(EquatableArray<Declaration> Declared, DateTime Today)
{
    /// <summary>The form of a date (RFC 3339, full-date).</summary>
    public const string DateFormat = "yyyy-MM-dd";

    /// <summary>Those of an app in an environment.</summary>
    public static Suppressions Of(AppModel model, string environment, DateTime today) => new(
        model.Declarations
            .Where(declaration => declaration.Attribute == AttributeKind.Suppress.Name && (declaration.Environment is null || declaration.Environment == environment))
            .OrderBy(ModelJson.Write, StringComparer.Ordinal)
            .ToEquatableArray(),
        today);

    /// <summary>What a rule says of a workload (of the app, without one) and is switched off at every place where it says so.</summary>
    public EquatableArray<SilencedRule> Silenced { get; init; }

    /// <summary>Whether a finding is suppressed.</summary>
    public bool Suppress(Finding finding) => Suppress(finding.Rule, finding.Subject);

    /// <summary>Whether what a rule says of a workload is suppressed; of the app as a whole, where that is <see langword="null"/>.</summary>
    public bool Suppress(Rule rule, string? workload) => Holding(rule, workload).Any();

    /// <summary>
    /// Why what a rule says of a workload is accepted; <see langword="null"/> where it is not. For whoever finds the same in a manifest.
    /// </summary>
    public string? ReasonFor(Rule rule, string? workload)
    {
        if (Holding(rule, workload).Select(declaration => declaration.TextOf("Reason")).FirstOrDefault() is { } reason)
            return reason;
        return Silenced.Contains(new SilencedRule(rule.Id, workload)) ? "Switched off around the attribute." : null;
    }

    /// <summary>When the last suppression that would have applied ended; <see langword="null"/> where there was none.</summary>
    public string? EndOf(Rule rule, string? workload) =>
        Matching(rule, workload).Where(HasEnded).Select(declaration => declaration.TextOf("Until")).OrderBy(date => date, StringComparer.Ordinal).LastOrDefault();

    /// <summary>The message of a finding whose suppression has ended.</summary>
    public static string Ended(string message, string end) => $"{message} It was suppressed until {end}.";

    /// <summary>Reads a date; <see langword="null"/> where the text is none.</summary>
    public static DateTime? Date(string text) =>
        DateTime.TryParseExact(text, DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    private IEnumerable<Declaration> Holding(Rule rule, string? workload) => Matching(rule, workload).Where(declaration => !HasEnded(declaration));

    private IEnumerable<Declaration> Matching(Rule rule, string? workload) =>
        Declared.Where(declaration => declaration.TextOf("Rule") == rule.Id && (declaration.Workload is null || declaration.Workload == workload));

    // A date that is none is reported, and ends nothing: the finding would only add to it.
    private bool HasEnded(Declaration declaration) => declaration.TextOf("Until") is { } until && Date(until) < Today;
}

/// <summary>A rule that is switched off for a workload, where that is declared.</summary>
/// <param name="Rule">The rule's id.</param>
/// <param name="Workload">The workload; <see langword="null"/> for the app as a whole.</param>
public sealed record SilencedRule(string Rule, string? Workload);
