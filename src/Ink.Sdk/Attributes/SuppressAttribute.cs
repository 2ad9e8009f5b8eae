namespace Ink;

/// <summary>
/// Takes a rule of Ink back, where it is right in general and wrong here: in the editor, in the compiler and in every target.
/// </summary>
/// <remarks>
/// The failures of targets (INK4xxx) cannot be suppressed (INK0001). <c>#pragma warning disable</c>, <c>[SuppressMessage]</c>, <c>NoWarn</c>
/// and <c>.editorconfig</c> work too; this attribute alone says why, for which workload and environment, and until when:
/// <c>docs/guide/severity.md</c>.
/// </remarks>
/// <example><c>[assembly: Suppress("INK1009", "The licence server allows one.", Environment = "production", Until = "2027-06-30")]</c></example>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class SuppressAttribute : Attribute
{
    /// <summary>Suppresses the rule.</summary>
    /// <param name="rule">The rule's code, <c>INK1009</c>; one that there is not is INK1014.</param>
    /// <param name="reason">Why the rule does not apply here, for whoever reads it next; an empty one is INK0008.</param>
    public SuppressAttribute(string rule, string reason)
    {
        Rule = rule;
        Reason = reason;
    }

    /// <summary>The rule's code.</summary>
    public string Rule { get; }

    /// <summary>Why the rule does not apply here.</summary>
    public string Reason { get; }

    /// <summary>
    /// The last day on which it holds (UTC), as <c>2027-06-30</c> (INK0009 otherwise); from the next day on the rule is reported again.
    /// Default: for ever.
    /// </summary>
    public string? Until { get; set; }

    /// <summary>Limits it to one environment. Default: all.</summary>
    public string? Environment { get; set; }

    /// <summary>Limits it to what is said of the workload of that name (INK0001 where there is none). Default: everything.</summary>
    public string? Workload { get; set; }
}
