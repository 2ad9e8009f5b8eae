using System.Globalization;

namespace Ink.Model.Values;

/// <summary>One of the five fields of a schedule: a list of values, ranges and steps.</summary>
internal sealed class CronField
{
    public static readonly CronField Minute = new("minute", 0, 59);
    public static readonly CronField Hour = new("hour", 0, 23);
    public static readonly CronField DayOfMonth = new("day of the month", 1, 31);

    public static readonly CronField Month =
        new("month", 1, 12, "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

    public static readonly CronField DayOfWeek = new("day of the week", 0, 6, "sun", "mon", "tue", "wed", "thu", "fri", "sat");

    private readonly string _name;
    private readonly int _min;
    private readonly int _max;
    private readonly string[] _names;

    // The names stand for the values from the smallest on.
    private CronField(string name, int min, int max, params string[] names)
    {
        _name = name;
        _min = min;
        _max = max;
        _names = names;
    }

    /// <summary>The values, one bit each; or what is wrong with the text.</summary>
    public (ulong Values, string? Problem) Parse(string text)
    {
        ulong values = 0;
        // Kubernetes takes a comma too many.
        foreach (var range in text.Split([','], StringSplitOptions.RemoveEmptyEntries))
        {
            if (ParseRange(range, ref values) is { } problem)
                return (0, problem);
        }

        return values == 0 ? (0, $"the {_name} \"{text}\" holds no value") : (values, null);
    }

    private string? ParseRange(string text, ref ulong values)
    {
        var parts = text.Split('/');
        var bounds = parts[0].Split('-');
        if (parts.Length > 2 || bounds.Length > 2)
            return NotUnderstood(text);

        var isAll = bounds.Length == 1 && bounds[0] is "*" or "?";
        var first = isAll ? _min : Value(bounds[0]);
        var last = isAll ? _max : Value(bounds[bounds.Length - 1]);
        // "5/15" is short for "5-59/15".
        if (parts.Length == 2 && bounds.Length == 1)
            last = _max;
        var step = parts.Length == 2 ? Number(parts[1]) : 1;

        if (first is not { } start || last is not { } end || step is not { } stride)
            return NotUnderstood(text);
        if (Math.Min(start, end) < _min || Math.Max(start, end) > _max)
            return $"the {_name} \"{text}\" lies outside {Text(_min)} to {Text(_max)}{(_max == 6 ? " (Sunday is 0)" : "")}";
        if (start > end)
            return $"the {_name} \"{text}\" runs backwards; write two ranges with a comma";
        if (stride == 0)
            return $"the {_name} \"{text}\" has a step of 0";

        for (long value = start; value <= end; value += stride)
            values |= 1ul << (int)value;
        return null;
    }

    private string NotUnderstood(string text) =>
        $"the {_name} \"{text}\" is none of *, a value, a range such as 1-5 and a step such as */15";

    private int? Value(string text)
    {
        var index = Array.FindIndex(_names, name => string.Equals(name, text, StringComparison.OrdinalIgnoreCase));
        return index >= 0 ? _min + index : Number(text);
    }

    private static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
