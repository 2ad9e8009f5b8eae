using System.Globalization;

namespace Ink.Generators.CodeFixes.Secrets;

/// <summary>Gives secrets names that tell them apart: equal values share one, others get a number.</summary>
internal sealed class SecretNaming
{
    private readonly Dictionary<string, string> _byValue = new(StringComparer.Ordinal);
    private readonly List<(string Name, string File)> _declared = [];

    /// <summary>The names given, with the file where each value stood first.</summary>
    public IReadOnlyList<(string Name, string File)> Declared => _declared;

    public string NameOf(SecretMove move, string file)
    {
        if (_byValue.TryGetValue(move.Value, out var known))
            return known;
        var name = move.Name;
        for (var number = 2; _declared.Any(declared => declared.Name == name); number++)
            name = $"{move.Name}_{number.ToString(CultureInfo.InvariantCulture)}";
        _byValue.Add(move.Value, name);
        _declared.Add((name, file));
        return name;
    }
}
