namespace Ink.Model.Secrets.Settings;

/// <summary>The beginnings of the lines of a text.</summary>
internal sealed class Lines
{
    private readonly List<int> _starts = [0];
    private readonly int _length;

    public Lines(string text)
    {
        _length = text.Length;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n')
                _starts.Add(i + 1);
        }
    }

    /// <summary>Line and column of a place, both from 1.</summary>
    public (int Line, int Column) At(int offset)
    {
        var line = _starts.BinarySearch(offset);
        if (line < 0)
            line = ~line - 1;
        return (line + 1, offset - _starts[line] + 1);
    }

    /// <summary>The place of a line and a column, both from 1.</summary>
    public int OffsetOf(int line, int column) => line < 1 || line > _starts.Count ? 0 : Math.Min(_starts[line - 1] + Math.Max(column - 1, 0), _length);
}
