namespace Ink.Model.Secrets;

/// <summary>A set of ASCII characters.</summary>
internal readonly struct Alphabet
{
    public static readonly Alphabet Digit = Of("0-9");
    public static readonly Alphabet Hex = Of("0-9a-fA-F");
    public static readonly Alphabet LowerHex = Of("0-9a-f");
    public static readonly Alphabet Base32 = Of("A-Z2-7");
    public static readonly Alphabet Upper = Of("A-Z0-9");
    public static readonly Alphabet Alphanumeric = Of("0-9A-Za-z");
    public static readonly Alphabet Word = Of("0-9A-Za-z_");
    public static readonly Alphabet Base64 = Of("0-9A-Za-z+/");
    public static readonly Alphabet Base64Url = Of("0-9A-Za-z_-");

    private readonly ulong _low;
    private readonly ulong _high;

    private Alphabet(ulong low, ulong high)
    {
        _low = low;
        _high = high;
    }

    /// <summary>The set of some characters and ranges: <c>A-Z2-7_-</c>. A hyphen at the end is itself.</summary>
    public static Alphabet Of(string ranges)
    {
        ulong low = 0, high = 0;
        for (var i = 0; i < ranges.Length; i++)
        {
            var last = i + 2 < ranges.Length && ranges[i + 1] == '-' ? ranges[i + 2] : ranges[i];
            for (var c = ranges[i]; c <= last; c++)
            {
                if (c < 64)
                    low |= 1UL << c;
                else
                    high |= 1UL << (c - 64);
            }

            if (last != ranges[i])
                i += 2;
        }

        return new Alphabet(low, high);
    }

    public bool Has(char c) => c < 64 ? (_low >> c & 1) != 0 : c < 128 && (_high >> (c - 64) & 1) != 0;

    /// <summary>
    /// Where the run of these characters that begins at a place ends. Past so many it is not followed: whoever looks at many places of a long
    /// text must not read it anew at each.
    /// </summary>
    public int EndOfRun(string text, int start, int most)
    {
        var last = most < text.Length - start ? start + most : text.Length;
        while (start < last && Has(text[start]))
            start++;
        return start;
    }

    /// <summary>Where the run of these characters that ends before a place begins, followed as far.</summary>
    public int StartOfRun(string text, int end, int most)
    {
        var first = Math.Max(0, end - most);
        while (end > first && Has(text[end - 1]))
            end--;
        return end;
    }
}
