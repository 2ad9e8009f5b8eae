using Ink.Model.Rules;

namespace Ink.Model.Secrets.Settings;

/// <summary>Finds secrets in the files that configure an app or its build. The compiler, the editor and the deploy ask here.</summary>
public static class SettingsFile
{
    // A file of this size holds data, not settings.
    private const int Longest = 4_000_000;

    private static readonly string[] ProjectExtensions = [".csproj", ".props", ".targets", ".user", ".pubxml"];

    /// <summary>Whether a file is one of those that are looked at, by its name.</summary>
    public static bool IsKnown(string path) => KindOf(NameOf(path)) != Kind.None;

    /// <summary>The secrets in a file, in its order.</summary>
    /// <param name="path">The file's name says what it is.</param>
    /// <param name="text">Its content.</param>
    public static IReadOnlyList<SettingsFinding> Scan(string path, string text)
    {
        var kind = KindOf(NameOf(path));
        if (kind == Kind.None || text.Length > Longest)
            return [];
        var lines = new Lines(text);
        return
        [
            .. from pair in Secrets(kind, text, lines)
               let at = lines.At(pair.Entry.Start)
               let rule = kind is Kind.Json or Kind.Environment ? RuleCatalogue.SecretInSettings : RuleCatalogue.SecretInProject
               select new SettingsFinding(rule, pair.Entry.Key, pair.Secret.Under(rule), pair.Entry.Start, pair.Entry.Length, at.Line, at.Column),
        ];
    }

    private static IEnumerable<(SettingEntry Entry, SecretFinding Secret)> Secrets(Kind kind, string text, Lines lines) => kind switch
    {
        Kind.Json => Scan(JsonSettings.Read(text)),
        Kind.Environment => Scan(EnvironmentFile.Read(text)),
        _ => XmlFile.Read(text, lines) is { } file ? kind == Kind.NuGet ? NuGetConfig.Scan(file) : Scan(ProjectFile.Read(file)) : [],
    };

    // One finding a value is enough: it has to go as a whole.
    private static IEnumerable<(SettingEntry Entry, SecretFinding Secret)> Scan(IEnumerable<SettingEntry> entries) =>
        from entry in entries
        let found = SecretScanner.Scan(entry.Key, entry.Value)
        where found.Count > 0
        select (entry, found[0]);

    private static string NameOf(string path) => path.Substring(path.LastIndexOfAny(['/', '\\']) + 1);

    private static Kind KindOf(string name)
    {
        if (Is(name, "launchSettings.json") || (name.StartsWith("appsettings", StringComparison.OrdinalIgnoreCase) && Ends(name, ".json")))
            return Kind.Json;
        if (Is(name, ".env") || name.StartsWith(".env.", StringComparison.OrdinalIgnoreCase) || Ends(name, ".env"))
            return Kind.Environment;
        if (Is(name, "nuget.config"))
            return Kind.NuGet;
        return ProjectExtensions.Any(extension => Ends(name, extension)) ? Kind.Project : Kind.None;
    }

    private static bool Is(string name, string other) => string.Equals(name, other, StringComparison.OrdinalIgnoreCase);

    private static bool Ends(string name, string end) => name.EndsWith(end, StringComparison.OrdinalIgnoreCase);

    private enum Kind
    {
        None,
        Json,
        Environment,
        NuGet,
        Project,
    }
}
