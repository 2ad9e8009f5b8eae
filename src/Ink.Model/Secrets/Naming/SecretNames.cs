using System.Text;

namespace Ink.Model.Secrets.Naming;

/// <summary>Which names say that what they name is secret. The last words decide: a token's address is none.</summary>
public static class SecretNames
{
    private const int LongestName = 200;

    private static readonly string[] Secrets =
    [
        "password", "passwd", "passphrase", "passcode", "pwd", "secret", "secrets", "token", "apikey", "apisecret", "accesskey", "secretkey", "privatekey", "signingkey", "encryptionkey",
        "decryptionkey", "masterkey", "accountkey", "storagekey", "sharedkey", "authkey", "subscriptionkey", "functionkey", "functionskey", "symmetrickey", "hmackey", "jwtkey", "securitykey", "sessionkey",
        "hostkey", "adminkey", "sharedaccesskey", "credential", "credentials", "apitoken", "pat", "clientkey", "licensekey", "cosmoskey", "servicekey", "deploykey", "webhookkey", "machinekey",
    ];

    // These may stand behind without making it something else: PasswordProd, API_KEY_1, TokenValue.
    private static readonly HashSet<string> Neutral = new(
        ["value", "text", "plain", "plaintext", "cleartext", "clear", "current", "old", "new", "prod", "production", "staging", "dev", "development", "test", "default", "primary", "secondary", "live", "base", "hex", "b", "v", "backup"],
        StringComparer.Ordinal);

    // Tokens, secrets and keys of another kind.
    private static readonly string[] Harmless =
    [
        "publickeytoken", "cancellationtoken", "stoppingtoken", "stopping", "changetoken", "reloadtoken", "syntaxtoken", "jtoken", "jsontoken", "continuationtoken", "pagetoken", "nexttoken", "synctoken",
        "antiforgerytoken", "csrftoken", "xsrftoken", "concurrencytoken", "metadatatoken", "starttoken", "endtoken", "replacementtoken", "separatortoken", "tokentoken", "skiptoken", "deltatoken",
        "hassecret", "usesecret", "issecret", "nosecret", "haspassword", "ispassword", "usepassword", "usetoken", "hastoken", "istoken",
        "forgotpassword", "resetpassword", "changepassword", "confirmpassword", "invalidpassword", "wrongpassword", "incorrectpassword", "missingpassword", "validatepassword", "enterpassword", "weakpassword",
        "invalidtoken", "missingtoken", "expiredtoken", "validatetoken", "refreshingtoken", "requestingtoken", "invalidapikey", "missingapikey", "invalidcredentials", "invalidsecret", "missingsecret",
    ];

    /// <summary>Whether a variable, a setting or a member of that name holds a secret.</summary>
    public static bool IsSecret(string name)
    {
        if (name.Length > LongestName)
            return false;
        var (last, whole) = LastPart(name);
        return Secrets.Any(secret => EndsIn(last, whole, secret)) && !Harmless.Any(harmless => whole.EndsWith(harmless, StringComparison.Ordinal));
    }

    // The words of the last part, run together. Settings nest with a colon or two underscores, members with a dot.
    private static (string LastWord, string Whole) LastPart(string name)
    {
        var words = NameWords.Of(Segment(name));
        var count = words.Count;
        while (count > 1 && (Neutral.Contains(words[count - 1]) || char.IsDigit(words[count - 1][0])))
            count--;
        var whole = new StringBuilder();
        for (var i = 0; i < count; i++)
            whole.Append(words[i]);
        return (count == 0 ? "" : words[count - 1], whole.ToString());
    }

    private static string Segment(string name)
    {
        var parts = name.Replace("__", ":").Split([':', '.', '/'], StringSplitOptions.RemoveEmptyEntries);
        var last = parts.Length - 1;
        // An element of a list is called as the list is.
        while (last > 0 && parts[last].All(char.IsDigit))
            last--;
        return last < 0 ? "" : parts[last].Trim('"', '[', ']', ' ');
    }

    // Short ones as words of their own: "pat" is no end of "format". Long ones may be run together: "dbpassword".
    private static bool EndsIn(string lastWord, string whole, string secret) =>
        secret.Length <= 3 ? lastWord == secret || (secret == "pwd" && whole.EndsWith(secret, StringComparison.Ordinal)) : whole.EndsWith(secret, StringComparison.Ordinal);
}
