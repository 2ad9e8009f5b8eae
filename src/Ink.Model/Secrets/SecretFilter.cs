using System.Runtime.CompilerServices;

namespace Ink.Model.Secrets;

/// <summary>
/// Tells in one pass over a text, and without making anything, that there can be no secret in it. Nearly every literal of a program is done
/// with here. A text in pieces is added piece by piece, from left to right.
/// </summary>
public struct SecretFilter
{
    // The shortest credential of a known format has this many characters without a blank between them.
    private const int ShortestRun = 20;

    // With a constant in it that is not known yet, less is enough.
    private const int ShortestRunAroundHole = 12;

    private const int ShortestValue = 8;

    private int _length;
    private int _run;
    private bool _runMeetsHole;
    private bool _hasLongRun;
    private char _last;
    private bool _hasDigit;
    private bool _hasBlank;
    private bool _hasColon;
    private bool _hasSetting;
    private bool _hasUser;
    private bool _hasHole;

    /// <summary>Adds a piece of known text.</summary>
    public void Add(string text) => Add(text, 0, text.Length);

    /// <summary>Adds a piece of known text that is a stretch of another.</summary>
    [MethodImpl(Hot.Loop)]
    public void Add(string text, int start, int length)
    {
        _length += length;
        // What stands before it is not looked up again: it may be the key that an equals sign here belongs to, and the beginning of a run.
        _last = 'e';
        for (var i = start; i < start + length; i++)
        {
            var c = text[i];
            if (c <= ' ')
            {
                _hasBlank = true;
                EndRun();
                continue;
            }

            _run++;
            if (c <= '@')
                AddMark(c);
            _last = c;
        }
    }

    /// <summary>Adds a piece of which nothing is known.</summary>
    public void AddHole()
    {
        _hasHole = true;
        _runMeetsHole = true;
        _length++;
    }

    /// <summary>Whether it is worth to scan the text.</summary>
    public readonly bool IsWorthScanning => MayHoldCredential || MayBeRandom;

    /// <summary>Whether a credential of a known format may be in it, or a password in a setting or an address.</summary>
    public readonly bool MayHoldCredential => _length >= ShortestValue && (_hasSetting || _hasUser || _hasLongRun || IsLongRun);

    /// <summary>Whether the text as a whole may look random, so that beside a secret's name it would be one.</summary>
    public readonly bool MayBeRandom => _length >= ShortestValue && _hasDigit && !_hasBlank && !_hasHole;

    private readonly bool IsLongRun => _run >= (_runMeetsHole ? ShortestRunAroundHole : ShortestRun);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void EndRun()
    {
        _hasLongRun |= IsLongRun;
        _run = 0;
        _runMeetsHole = false;
    }

    // All marks lie in this corner of ASCII, where letters do not.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void AddMark(char c)
    {
        switch (c)
        {
            case >= '0' and <= '9':
                _hasDigit = true;
                break;
            case ':':
                _hasColon = true;
                break;
            case '@':
                _hasUser |= _hasColon;
                break;
            case '=':
                // The last letters of password, pwd, key, secret and value.
                _hasSetting |= _last is 'd' or 'D' or 'y' or 'Y' or 't' or 'T' or 'e' or 'E';
                break;
            default:
                break;
        }
    }
}
