namespace Ink.Model.Secrets.Naming;

/// <summary>The words of a name: <c>Auth:ClientSecret</c>, <c>auth__client_secret</c> and <c>authClientSecret</c> are made of the same.</summary>
internal static class NameWords
{
    /// <summary>The words of the last part of a path, in small letters. A number at the end belongs to what it counts.</summary>
    public static List<string> Of(string name)
    {
        var words = new List<string>();
        var start = 0;
        for (var i = 0; i <= name.Length; i++)
        {
            if (i < name.Length && !IsEnd(name, start, i))
                continue;
            if (i > start)
                words.Add(name.Substring(start, i - start).ToLowerInvariant());
            start = i < name.Length && !char.IsLetterOrDigit(name[i]) ? i + 1 : i;
        }

        return words;
    }

    private static bool IsEnd(string name, int start, int i)
    {
        var c = name[i];
        if (!char.IsLetterOrDigit(c))
            return true;
        if (i == start)
            return false;
        var before = name[i - 1];
        // fooBar, foo1; and the last capital of an abbreviation begins the next word: HTTPToken.
        return (char.IsUpper(c) && !char.IsUpper(before))
            || (char.IsDigit(c) != char.IsDigit(before))
            || (char.IsUpper(c) && i + 1 < name.Length && char.IsLower(name[i + 1]) && i - start > 0);
    }
}
