using System.Runtime.CompilerServices;
using Ink.Model.Secrets;

namespace Ink.Generators.Secrets;

/// <summary>
/// Tells by the text of a C# file, without its tree, that no literal of it can hold a secret. Next to all files of a program are done with
/// here. In doubt it says yes: whoever walks the tree then judges each literal by itself.
/// </summary>
internal struct SourceFilter
{
    private const int LongestCharacter = 12;
    private const ulong Marks = (1UL << '"') | (1UL << '\'') | (1UL << '/') | (1UL << '#');

    private readonly string _source;
    private bool _mayHold;

    // The text that is read, with those before it in the same sum.
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

    [MethodImpl(Hot.Loop)]
    private void Read()
    {
        // Where something begins that is no code. By hand: the vectors of IndexOfAny are slow for as long as they are not compiled well.
        var source = _source;
        for (var at = 0; at < source.Length && !_mayHold;)
        {
            while (at < source.Length && !IsMark(source[at]))
                at++;
            if (at == source.Length)
                break;
            at = source[at] switch
            {
                '"' => EndOfText(at),
                '\'' => EndOfCharacter(at),
                '/' => EndOfComment(at),
                _ => EndOfDirective(at),
            };
        }
    }

    // Without a branch that other punctuation would mislead: 1 where the character is one of the marks.
    private static bool IsMark(char c) => ((Marks >> c) & ((uint)(c - 64) >> 31)) != 0;

    // What #if leaves out can be anything, quotation marks without a second one among it.
    private int EndOfDirective(int at)
    {
        _isInterrupted = true;
        do
        {
            at++;
        }
        while (At(at) is ' ' or '\t');
        return At(at) == 'i' ? Doubt() : EndOfLine(at);
    }

    private int EndOfComment(int at)
    {
        if (At(at + 1) is not ('/' or '*'))
            return at + 1;
        _isInterrupted = true;
        if (At(at + 1) == '/')
            return EndOfLine(at);
        var end = _source.IndexOf("*/", at + 2, StringComparison.Ordinal);
        return end < 0 ? _source.Length : end + 2;
    }

    [MethodImpl(Hot.Loop)]
    private readonly int EndOfLine(int at)
    {
        while (at < _source.Length && !IsLineEnd(_source[at]))
            at++;
        return at;
    }

    private int EndOfCharacter(int at)
    {
        // 'x', '\n', '\'' or '\U00000041'.
        var end = at + (At(at + 1) == '\\' ? 3 : 2);
        while (end < at + LongestCharacter && At(end) != '\'' && At(at + 1) == '\\')
            end++;
        return At(end) == '\'' && At(at + 1) != '\'' && EndOfLine(at) > end ? end + 1 : Doubt();
    }

    // Verbatim and raw texts are left to the tree.
    [MethodImpl(Hot.Loop)]
    private int EndOfText(int quote)
    {
        var isInterpolated = At(quote - 1) == '$';
        if (At(quote - 1) == '@' || (isInterpolated && At(quote - 2) == '@') || (At(quote + 1) == '"' && At(quote + 2) == '"'))
            return Doubt();

        var isJoined = Join(isInterpolated ? quote - 1 : quote);
        var end = isInterpolated ? EndOfInterpolated(quote + 1) : EndOfPlain(quote + 1, isJoined);
        if (At(end) is 'u' or 'U' && At(end + 1) == '8')
            end += 2;
        if (_mayHold || (IsFollowedByOperand(end) && IsWorthScanningBeforeHole(_sum)))
            return Doubt();

        _last = end;
        _isInterrupted = false;
        return end;
    }

    [MethodImpl(Hot.Loop)]
    private int EndOfPlain(int start, bool isJoined)
    {
        var hasEscape = false;
        for (var at = start; at < _source.Length && !IsLineEnd(_source[at]); at++)
        {
            if (_source[at] == '"')
            {
                _sum.Add(_source, start, at - start);
                return IsHarmless(start, at, hasEscape, isAsWritten: !hasEscape && !isJoined) ? at + 1 : Doubt();
            }

            if (_source[at] != '\\')
                continue;
            hasEscape = true;
            if (IsCode(++at))
                break;
        }

        return Doubt();
    }

    [MethodImpl(Hot.Loop)]
    private int EndOfInterpolated(int start)
    {
        var (piece, hasEscape) = (start, false);
        for (var at = start; at < _source.Length && !IsLineEnd(_source[at]); at++)
        {
            switch (_source[at])
            {
                case '"':
                    _sum.Add(_source, piece, at - piece);
                    return IsHarmless(start, at, hasEscape, isAsWritten: false) ? at + 1 : Doubt();
                case '\\':
                    hasEscape = true;
                    if (IsCode(++at))
                        return Doubt();
                    break;
                case '{' or '}' when At(at + 1) == _source[at]:
                    at++;
                    break;
                case '}':
                    return Doubt();
                case '{':
                    _sum.Add(_source, piece, at - piece);
                    at = EndOfHole(at);
                    if (_mayHold)
                        return at;
                    _sum.AddHole();
                    piece = at + 1;
                    break;
                default:
                    break;
            }
        }

        return Doubt();
    }

    // Texts, comments, directives and braces within the hole are left to the tree.
    [MethodImpl(Hot.Loop)]
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
    [MethodImpl(Hot.Loop)]
    private readonly bool IsHarmless(int start, int end, bool hasEscape, bool isAsWritten) =>
        !_sum.MayHoldCredential
        && (!_sum.MayBeRandom || (isAsWritten && !SecretScanner.LooksRandom(_source.Substring(start, end - start))))
        && !(hasEscape && _source.IndexOf('=', start, end - start) >= 0);

    // An escape that stands for any character.
    private readonly bool IsCode(int at) => At(at) is 'u' or 'U' or 'x' or '\0';

    // A text that follows a plus may go on with the one before it. Where something stands between them, that is not known.
    [MethodImpl(Hot.Loop)]
    private bool Join(int start)
    {
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
    [MethodImpl(Hot.Loop)]
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

    private static bool IsLineEnd(char c) => c is '\n' or '\r' or '\u0085' or '\u2028' or '\u2029';

    private int Doubt()
    {
        _mayHold = true;
        return _source.Length;
    }

    private readonly char At(int at) => at >= 0 && at < _source.Length ? _source[at] : '\0';
}
