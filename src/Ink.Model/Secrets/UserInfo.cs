using Ink.Model.Rules;
using Ink.Model.Secrets.Formats;

namespace Ink.Model.Secrets;

/// <summary>Passwords in addresses: <c>scheme://user:password@host</c> (RFC 3986, section 3.2.1).</summary>
internal static class UserInfo
{
    private const int Longest = 2000;

    // u:p@ is how people write that there is one.
    private const int ShortestPassword = 4;

    private static readonly Alphabet Scheme = Alphabet.Of("0-9A-Za-z+.-");

    // How documentation says that the two belong there, and RabbitMQ's account that works on the machine itself alone.
    private static readonly HashSet<string> Users = new(["user", "username", "usr", "login", "name"], StringComparer.OrdinalIgnoreCase);
    private static readonly HashSet<string> Words = new(["pass", "password", "passwd", "pwd", "secret", "token"], StringComparer.OrdinalIgnoreCase);

    public static void Find(string text, List<SecretFinding> found)
    {
        foreach (var anchor in Occurrences.Of(text, "://"))
        {
            var start = anchor + 3;
            var end = EndOfAuthority(text, start);
            var at = end > start ? text.LastIndexOf('@', end - 1, end - start) : -1;
            if (at < 0 || Scheme.StartOfRun(text, anchor, 1) == anchor)
                continue;
            var colon = text.IndexOf(':', start, at - start);
            if (colon < 0 || at - colon - 1 < ShortestPassword)
                continue;

            var password = text.Substring(colon + 1, at - colon - 1);
            if (!Placeholders.Is(password) && !IsIdiom(text.Substring(start, colon - start), password))
                found.Add(Findings.Of(RuleCatalogue.PasswordInAddress, "password in a URL", text, colon + 1, at));
        }
    }

    private static bool IsIdiom(string user, string password) => (Users.Contains(user) && Words.Contains(password)) || (user == "guest" && password == "guest");

    private static int EndOfAuthority(string text, int start)
    {
        var last = Math.Min(text.Length, start + Longest);
        while (start < last && !(text[start] is '/' or '?' or '#' or '"' or '\'' or '<' or '>' or '\\' or ',' or ';' || char.IsWhiteSpace(text[start])))
            start++;
        return start;
    }
}
