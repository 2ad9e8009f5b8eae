namespace Ink.Model.Secrets;

/// <summary>Which characters a text has that some secrets cannot do without.</summary>
internal readonly struct TextTraits
{
    private TextTraits(bool hasEquals, bool hasColon, bool hasTilde, bool hasAddress)
    {
        HasEquals = hasEquals;
        HasColon = hasColon;
        HasTilde = hasTilde;
        HasAddress = hasAddress;
    }

    public bool HasEquals { get; }

    public bool HasColon { get; }

    public bool HasTilde { get; }

    /// <summary>It holds <c>://</c>.</summary>
    public bool HasAddress { get; }

    public static TextTraits Of(string text)
    {
        bool equals = false, colon = false, tilde = false, address = false;
        for (var i = 0; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '=':
                    equals = true;
                    break;
                case '~':
                    tilde = true;
                    break;
                case ':':
                    colon = true;
                    address |= i + 2 < text.Length && text[i + 1] == '/' && text[i + 2] == '/';
                    break;
                default:
                    break;
            }
        }

        return new TextTraits(equals, colon, tilde, address);
    }
}
