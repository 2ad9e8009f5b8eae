namespace Ink.Model.Secrets;

/// <summary>What can be told of a stretch of text by counting its characters once.</summary>
internal readonly struct TextShape
{
    // A compiler asks this of many literals at once, on several threads.
    [ThreadStatic]
    private static int[]? Counts;

    private static readonly double[] Logs = [.. Enumerable.Range(0, 64).Select(count => Math.Log(count, 2))];

    private TextShape(int length, int digits, int turns, bool isHex, double entropy)
    {
        Length = length;
        Digits = digits;
        Turns = turns;
        IsHex = isHex;
        Entropy = entropy;
    }

    /// <summary>How many characters it has.</summary>
    public int Length { get; }

    /// <summary>How many of them are digits.</summary>
    public int Digits { get; }

    /// <summary>How often a capital follows a small letter or the other way round; words turn seldom, random text at every second letter.</summary>
    public int Turns { get; }

    /// <summary>It holds hexadecimal digits alone.</summary>
    public bool IsHex { get; }

    /// <summary>Shannon's entropy in bits a character.</summary>
    public double Entropy { get; }

    /// <summary>No words: there are digits in it, or capitals where no word has them.</summary>
    public bool LooksRandom => Digits > 0 || Turns >= 4;

    public static TextShape Of(string text, int start, int length)
    {
        var counts = Counts ??= new int[128];
        int digits = 0, turns = 0;
        var isHex = length > 0;
        for (var i = start; i < start + length; i++)
        {
            var c = text[i];
            // Beyond ASCII a bucket is shared, which only lowers the entropy.
            counts[c < 128 ? c : 127]++;
            if (Alphabet.Digit.Has(c))
                digits++;
            isHex &= Alphabet.Hex.Has(c);
            if (i > start && IsTurn(text[i - 1], c))
                turns++;
        }

        var entropy = EntropyOf(counts, length);
        Array.Clear(counts, 0, counts.Length);
        return new TextShape(length, digits, turns, isHex, entropy);
    }

    public static TextShape Of(string text) => Of(text, 0, text.Length);

    private static double EntropyOf(int[] counts, int length)
    {
        var sum = 0d;
        foreach (var count in counts)
        {
            if (count > 1)
                sum += count * Log(count);
        }

        return length == 0 ? 0 : Math.Log(length, 2) - (sum / length);
    }

    private static double Log(int count) => count < Logs.Length ? Logs[count] : Math.Log(count, 2);

    private static bool IsTurn(char before, char after) =>
        (before is >= 'a' and <= 'z' && after is >= 'A' and <= 'Z') || (before is >= 'A' and <= 'Z' && after is >= 'a' and <= 'z');
}
