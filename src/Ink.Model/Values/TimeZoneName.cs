using System.Text.RegularExpressions;

namespace Ink.Model.Values;

/// <summary>
/// Names of time zones in the IANA database ("Theory and pragmatics of the tz code and data", naming). Whether a name is in the
/// database is not asked: the machine that compiles may have another version of it than the cluster.
/// </summary>
public static class TimeZoneName
{
    private static readonly Regex Grammar = new("^[A-Z][A-Za-z0-9._+-]{0,13}(/[A-Z][A-Za-z0-9._+-]{0,13})*\\z", RegexOptions.CultureInvariant);

    /// <summary>Whether the text could be such a name. <c>Local</c> is none: Kubernetes wants to be told which.</summary>
    public static bool IsValid(string name) => Grammar.IsMatch(name) && !string.Equals(name, "Local", StringComparison.OrdinalIgnoreCase);
}
