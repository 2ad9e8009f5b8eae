using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Clipart.Drawing;

/// <summary>Draws a rosette as SVG; its shape and colours follow from the text alone, so that an order always gives the same picture.</summary>
internal static class Clip
{
    private const int Size = 240;

    public static string Draw(string text)
    {
        var seed = SHA256.HashData(Encoding.UTF8.GetBytes(text));
        var petals = 5 + (seed[0] % 8);
        var svg = new StringBuilder($"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {Size} {Size}">""").Append('\n');
        for (var i = 0; i < petals; i++)
        {
            var angle = (i * 360.0 / petals).ToString("0.##", CultureInfo.InvariantCulture);
            var hue = (seed[1] + (i * seed[2] / petals)) * 360 / 512;
            svg.Append(CultureInfo.InvariantCulture, $"""  <ellipse cx="120" cy="62" rx="{14 + (seed[3] % 16)}" ry="48" fill="hsl({hue}, 70%, 55%)" transform="rotate({angle} 120 120)"/>""").Append('\n');
        }

        return svg.Append(CultureInfo.InvariantCulture, $"""  <circle cx="120" cy="120" r="{18 + (seed[4] % 14)}" fill="hsl({seed[5] * 360 / 256}, 80%, 70%)"/>""").Append("\n</svg>\n").ToString();
    }
}
