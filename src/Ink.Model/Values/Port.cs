using System.Text.RegularExpressions;

namespace Ink.Model.Values;

/// <summary>Ports of containers and Services ("Container" and "ServicePort" in the API reference).</summary>
public static class Port
{
    /// <summary>The lowest port.</summary>
    public const int Lowest = 1;

    /// <summary>The highest port.</summary>
    public const int Highest = 65535;

    private const int LongestName = 15;

    private static readonly Regex Name = new("^(?=.*[a-z])[a-z0-9]+(-[a-z0-9]+)*\\z", RegexOptions.CultureInvariant);

    /// <summary>Whether it is the number of a port.</summary>
    public static bool IsValid(long number) => number is >= Lowest and <= Highest;

    /// <summary>
    /// Whether it is the name of a container's port (IANA_SVC_NAME): lower-case letters, digits and single inner hyphens, a letter among
    /// them, 15 characters at most.
    /// </summary>
    public static bool IsName(string name) => name.Length <= LongestName && Name.IsMatch(name);
}
