using Ink.Model.Secrets;

namespace Ink.Generators.Secrets;

/// <summary>
/// Tells by the text of a C# file, without its tree, that no literal of it can hold a secret. Next to all files of a program are done with
/// here. In doubt it says yes: whoever walks the tree then judges each literal by itself.
/// </summary>
internal struct SourceFilter
{
    // Where something begins that is no code.
    private static readonly char[] Marks = ['"', '\'', '/', '#'];
    private static readonly char[] TextMarks = ['"', '\\', '\n', '\r', '\u0085', '\u2028', '\u2029'];
    private static readonly char[] InterpolatedMarks = ['"', '\\', '{', '}', '\n', '\r', '\u0085', '\u2028', '\u2029'];
    private static readonly char[] LineEnds = ['\n', '\r', '\u0085', '\u2028', '\u2029'];

    private const int LongestCharacter = 12;

    private readonly string _source;
    private bool _mayHold;

    // The text that is read, and the sum that it is part of, as far as that is read.
    private SecretFilter _text;
    private SecretFilter _sum;

    // Behind the text that was read last, and whether a comment or a directive has followed since.
    private int _last;
    private bool _isInterrupted;

    private SourceFilter(string source) => _source = source;

    /// <summary>Whether a literal, a concatenation or an interpolated string of the source may be worth to scan.</summary>
    public static bool MayHoldSecret(string source)
    {
        var filter = new SourceFilter(source);
        filter.Read();
        return filter._mayHold;
    }

    private void Read()
    {
        var at = 0;
        while (!_mayHold && at >= 0 && at < _source.Length && (at = _source.IndexOfAny(Marks, at)) >= 0)
        {
            at = _source[at] switch
            {
                '"' => EndOfText(at),
                '\'' => EndOfCharacter(at),
                '/' => EndOfComment(at),
                _ => EndOfDirective(at),
            };
        }
    }

    // What #if leaves out can be anything, quotation marks without a second one among it.
    private int EndOfDirective(int at)
    {
        _isInterrupted = true;
        do
        {
            at++;
        }
        while (At(at) is ' ' or '\t');
        return At(at) == 'i' ? Doubt() : _source.IndexOfAny(LineEnds, Math.Min(at, _source.Length));
    }

    private int EndOfComment(int at)
    {
        if (At(at + 1) is not ('/' or '*'))
            return at + 1;
        _isInterrupted = true;
        if (At(at + 1) == '/')
            return _source.IndexOfAny(LineEnds, at);
        var end = _source.IndexOf("*/", at + 2, StringComparison.Ordinal);
        return end < 0 ? end : end + 2;
    }

    private int EndOfCharacter(int at)
    {
        // 'x', '\n', '\'' or '\U00000041'.
        var end = at + (At(at + 1) == '\\' ? 3 : 2);
        while (end < at + LongestCharacter && At(end) != '\'' && At(at + 1) == '\\')
            end++;
        return At(end) == '\'' && At(at + 1) != '\'' && _source.IndexOfAny(LineEnds, at, end - at) < 0 ? end + 1 : Doubt();
    }

    // Verbatim and raw texts are left to the tree.
    private int EndOfText(int quote)
    {
        var isInterpolated = At(quote - 1) == '$';
        if (At(quote - 1) == '@' || (isInterpolated && At(quote - 2) == '@') || (At(quote + 1) == '"' && At(quote + 2) == '"'))
            return Doubt();

        var isJoined = Join(isInterpolated ? quote - 1 : quote);
        var end = isInterpolated ? EndOfInterpolated(quote + 1) : EndOfPlain(quote + 1);
        if (At(end) is 'u' or 'U' && At(end + 1) == '8')
            end += 2;
        if (end < 0 || (isJoined && _sum.IsWorthScanning) || (IsFollowedByOperand(end) && IsWorthScanningBeforeHole(_sum)))
            return Doubt();

        _last = end;
        _isInterrupted = false;
        return end;
    }

    private int EndOfPlain(int start)
    {
        var hasEscape = false;
        for (var at = start; ; at++)
        {
            at = _source.IndexOfAny(TextMarks, at);
            if (at < 0 || _source[at] is not ('"' or '\\'))
                return Doubt();
            if (_source[at] == '"')
            {
                Add(start, at);
                return IsHarmless(start, at, hasEscape, isAsWritten: !hasEscape) ? at + 1 : Doubt();
            }

            hasEscape = true;
            if (IsCode(++at))
                return Doubt();
        }
    }

    private int EndOfInterpolated(int start)
    {
        var (piece, hasEscape) = (start, false);
        for (var at = start; ; at++)
        {
            at = _source.IndexOfAny(InterpolatedMarks, at);
            if (at < 0 || _source[at] is not ('"' or '\\' or '{' or '}'))
                return Doubt();
            switch (_source[at])
            {
                case '"':
                    Add(piece, at);
                    return IsHarmless(start, at, hasEscape, isAsWritten: false) ? at + 1 : Doubt();
                case '\\':
                    hasEscape = true;
                    if (IsCode(++at))
                        return Doubt();
                    break;
                case var brace when At(at + 1) == brace:
                    at++;
                    break;
                case '}':
                    return Doubt();
                default:
                    Add(piece, at);
                    at = EndOfHole(at);
                    if (at < 0)
                        return at;
                    AddHole();
                    piece = at + 1;
                    break;
            }
        }
    }

    // Texts, comments, directives and braces within the hole are left to the tree.
    private int EndOfHole(int at)
    {
        while (++at < _source.Length && _source[at] is not ('"' or '\'' or '/' or '#' or '{'))
        {
            if (_source[at] == '}')
                return at;
        }

        return Doubt();
    }

    // An escape is longer in the source than in the text, which only makes a run longer; but it may be a blank, and stand before an equals sign.
    private readonly bool IsHarmless(int start, int end, bool hasEscape, bool isAsWritten) =>
        !_text.MayHoldCredential
        && (!_text.MayBeRandom || (isAsWritten && !SecretScanner.LooksRandom(_source.Substring(start, end - start))))
        && !(hasEscape && _source.IndexOf('=', start, end - start) >= 0);

    // An escape that stands for any character.
    private readonly bool IsCode(int at) => At(at) is 'u' or 'U' or 'x' or '\0';

    private void Add(int start, int end)
    {
        _text.Add(_source, start, end - start);
        _sum.Add(_source, start, end - start);
    }

    private void AddHole()
    {
        _text.AddHole();
        _sum.AddHole();
    }

    // A text that follows a plus may go on with the one before it. Where something stands between them, that is not known.
    private bool Join(int start)
    {
        _text = default;
        var before = start - 1;
        while (before >= _last && (_source[before] == '(' || char.IsWhiteSpace(_source[before])))
            before--;
        var isJoined = before >= _last && _source[before] == '+';
        if (_isInterrupted && (isJoined || (start > _last && _source.IndexOf('+', _last, start - _last) >= 0)))
        {
            Doubt();
            return false;
        }

        if (!isJoined)
            _sum = default;
        else if (!IsPure(_last, before))
            _sum.AddHole();
        return isJoined;
    }

    private readonly bool IsPure(int start, int end)
    {
        for (; start < end; start++)
        {
            if (!(_source[start] is '+' or '(' or ')' || char.IsWhiteSpace(_source[start])))
                return false;
        }

        return true;
    }

    // By a comment or a directive as well: what follows it is not looked for.
    private readonly bool IsFollowedByOperand(int end)
    {
        while (At(end) is ')' || char.IsWhiteSpace(At(end)))
            end++;
        return At(end) is '+' or '/' or '#';
    }

    private static bool IsWorthScanningBeforeHole(SecretFilter sum)
    {
        sum.AddHole();
        return sum.IsWorthScanning;
    }

    private int Doubt()
    {
        _mayHold = true;
        return -1;
    }

    private readonly char At(int at) => at >= 0 && at < _source.Length ? _source[at] : '\0';
}
