using Ink.Model.Rules;
using Ink.Model.Secrets.Formats;

namespace Ink.Model.Secrets.ConnectionStrings;

/// <summary>Passwords and keys in connection strings.</summary>
internal static class ConnectionSecrets
{
    // Every emulator of Azure Storage and of Cosmos DB has these, and they are in the documentation.
    private static readonly string[] EmulatorKeys =
    [
        "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==",
        "C2y6yDjf5/R+ob0N8A7Cgv30VRDJIWEHLM+4QDU5DE2nQ9nDuVTqobD4b8mGGyPMbIZnqyMsEcaGQy67XIw/Jw==",
    ];

    private const int ShortestPassword = 3;

    private static readonly HashSet<string> Passwords = new(
        ["password", "pwd", "passwd", "userpassword", "jetoledb:databasepassword", "sslpassword", "clientsecret", "appkey", "applicationkey", "certificatepassword"], StringComparer.Ordinal);

    private static readonly Dictionary<string, string> Keys = new(StringComparer.Ordinal)
    {
        ["accountkey"] = "Azure account key",
        ["sharedaccesskey"] = "Azure shared access key",
        ["accesskey"] = "Azure access key",
        ["sharedsecretvalue"] = "Azure shared secret",
    };

    private static readonly HashSet<string> Companions = new(
        [
            "server", "datasource", "host", "hostname", "address", "addr", "networkaddress", "userid", "uid", "user", "username", "database", "initialcatalog", "dbname", "port",
            "endpoint", "accountendpoint", "accountname", "provider", "driver", "dsn", "filename", "attachdbfilename", "encrypt", "trustservercertificate", "url", "authority", "tenantid", "clientid",
            "defaultendpointsprotocol", "hostaddr", "service", "virtualhost", "sslmode", "pooling", "multipleactiveresultsets", "persistsecurityinfo",
        ],
        StringComparer.Ordinal);

    // In SQL a blank separates as well; these say that it is a string for PostgreSQL's library.
    private static readonly HashSet<string> BlankSeparated = new(["host", "hostaddr", "dbname"], StringComparer.Ordinal);

    public static void Find(string text, List<SecretFinding> found)
    {
        if (text.IndexOf('=') < 0 || !MayHoldKey(text))
            return;

        var separator = text.IndexOf(';') >= 0 ? ';' : text.IndexOf(',') >= 0 ? ',' : ' ';
        var parts = ConnectionTokenizer.Split(text, separator);
        var isConnection = IsConnection(text, parts, separator);
        foreach (var part in parts)
        {
            var value = text.Substring(part.Start, part.End - part.Start);
            if (value.Length < ShortestPassword || Placeholders.Is(value))
                continue;
            if (Keys.TryGetValue(part.Key, out var format) && IsKey(value))
                found.Add(Findings.Known(format, text, part.Start, part.End));
            else if (Passwords.Contains(part.Key) && (isConnection || (parts.Count == 1 && IsStrong(value))))
                found.Add(Findings.Of(RuleCatalogue.PasswordInAddress, "password in a connection string", text, part.Start, part.End));
        }
    }

    // Cheaper than taking every text with an equals sign apart.
    private static bool MayHoldKey(string text) =>
        Holds(text, "pwd") || Holds(text, "passw") || Holds(text, "key") || Holds(text, "secret");

    private static bool Holds(string text, string word) => text.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0;

    private static bool IsConnection(string text, List<ConnectionPart> parts, char separator) => separator switch
    {
        ' ' => parts.Any(part => BlankSeparated.Contains(part.Key)),
        // Redis: host:port first, then settings.
        ',' => parts[0] is { Key: "" } first && text.IndexOf('.', first.Start, first.End - first.Start) + text.IndexOf(':', first.Start, first.End - first.Start) > -2,
        _ => parts.Any(part => Companions.Contains(part.Key)),
    };

    private static bool IsKey(string value) =>
        value.Length >= 40
        && Alphabet.Base64.EndOfRun(value, 0, value.Length) is var end
        && value.Length - end <= 2
        && value.Skip(end).All(c => c == '=')
        && TextShape.Of(value).Entropy >= 3.5
        && !EmulatorKeys.Contains(value, StringComparer.Ordinal);

    private static bool IsStrong(string value) => value.Length >= 8 && value.IndexOf('&') < 0 && value.IndexOf(' ') < 0 && TextShape.Of(value).Digits > 0;
}
