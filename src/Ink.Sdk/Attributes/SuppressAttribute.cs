namespace Ink;

/// <summary>
/// Takes a rule of Ink back, where it is right in general and wrong here: in the editor, in the compiler and in every target.
/// </summary>
/// <remarks>
/// The failures of targets (INK4xxx) cannot be suppressed. <c>#pragma warning disable</c>, <c>[SuppressMessage]</c>, <c>NoWarn</c> and
/// <c>.editorconfig</c> work too; this attribute alone says why, for which workload and environment, and until when.
/// </remarks>
/// <param name="rule">The rule's code: <c>INK1009</c>.</param>
/// <param name="reason">Why it does not apply here, for whoever reads it next.</param>
/// <example><c>[assembly: Suppress("INK1009", "Until the licence server allows two.", Environment = "production", Until = "2027-06-30")]</c></example>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class SuppressAttribute(string rule, string reason) : Attribute
{
    /// <summary>The rule's code.</summary>
    public string Rule { get; } = rule;

    /// <summary>Why it does not apply here.</summary>
    public string Reason { get; } = reason;

    /// <summary>The last day on which it holds, as <c>2027-06-30</c> (UTC); for ever unless set. From the next day on the rule is reported again.</summary>
    public string? Until { get; set; }

    /// <summary>The environment that it is limited to.</summary>
    public string? Environment { get; set; }

    /// <summary>The workload that it is limited to.</summary>
    public string? Workload { get; set; }
}
