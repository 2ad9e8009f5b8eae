namespace Ink.Model.Secrets.Formats;

/// <summary>A credential that can be told by its form: a fixed beginning, and then so many characters of an alphabet.</summary>
/// <param name="Name">What it is, as a noun.</param>
/// <param name="Prefix">How it begins.</param>
/// <param name="Body">What follows.</param>
/// <param name="Min">At least how many characters follow.</param>
/// <param name="Max">At most how many; more make it something else.</param>
internal sealed record SecretFormat(string Name, string Prefix, Alphabet Body, int Min, int Max)
{
    /// <summary>Below these bits a character, what follows is filler: <c>xxxxxxxx</c>.</summary>
    public double Entropy { get; init; } = 2.75;

    /// <summary>Whether words could be taken for it, so that digits or odd capitals must say that it is none.</summary>
    public bool MustLookRandom { get; init; } = true;

    /// <summary>What else must be true of the body: text, start, end.</summary>
    public Func<string, int, int, bool>? Check { get; init; }

    public SecretWeight Weight { get; init; }

    /// <summary>Where it ends, if it begins here; else -1.</summary>
    public int EndAt(string text, int start)
    {
        if (string.CompareOrdinal(text, start, Prefix, 0, Prefix.Length) != 0)
            return -1;
        var body = start + Prefix.Length;
        var end = Body.EndOfRun(text, body, Max + 1);
        var length = end - body;
        if (length < Min || length > Max || (end < text.Length && Alphabet.Word.Has(text[end])))
            return -1;
        var shape = TextShape.Of(text, body, length);
        return shape.Entropy >= Entropy && (!MustLookRandom || shape.LooksRandom) && (Check is null || Check(text, body, end)) ? end : -1;
    }
}
