using CsCheck;
using Ink.Model.Secrets;
using Ink.Model.Secrets.Settings;

namespace Ink.Model.Tests.Secrets;

/// <summary>What holds for every text.</summary>
public sealed class ScannerProperties
{
    private static readonly string[] Pieces =
    [
        "Password", "Pwd", "=", ";", ";;", "==", "\"", "'", "://", ":", "@", "/", "Server=x", ",", " ", "\n", "AKIA", "ghp_", "eyJ", ".", "-----BEGIN ", "PRIVATE KEY", "-----", "Q~", ":AA", "sig=", "+ASt",
        "xoxb-", "{", "}", "[", "]", "\\", "\\u12", "//", "/*", "*/", "#", "<", ">", "&", "<!DOCTYPE", "<add key=\"Password\" value=\"", "export ", "9x8Y7z6W5v4U", "MII", "IBADAN", "hooks.slack.com/", "%2", "\uFFFC", "ü",
    ];

    private static readonly Gen<string> Text = Gen.OneOf(
        Gen.String,
        Gen.OneOf(Pieces).Array[0, 40].Select(pieces => string.Concat(pieces)),
        Gen.Select(Gen.OneOf(Pieces), Gen.Char.AlphaNumeric.Array[0, 120].Select(letters => new string(letters)), Gen.OneOf(Pieces)).Select((a, b, c) => a + b + c).Array[0, 6].Select(pieces => string.Concat(pieces)));

    private static readonly Gen<string> Name = Gen.OneOf(Gen.OneOf("password", "ApiKey", "x", "", "a:b:0", "__"), Gen.String);

    [Fact]
    public void No_text_makes_it_throw_and_findings_lie_within_it_apart_from_each_other() =>
        Gen.Select(Name, Text).Sample((name, text) =>
        {
            var end = 0;
            foreach (var finding in SecretScanner.Scan(name, text))
            {
                Assert.True(finding.Start >= end && finding.Length > 0 && finding.Start + finding.Length <= text.Length);
                end = finding.Start + finding.Length;
            }

            _ = SecretScanner.ScanVariable(name, text);
        });

    [Fact]
    public void What_is_shown_never_holds_the_secret() =>
        Gen.Select(Name, Text).Sample((name, text) =>
            SecretScanner.ScanVariable(name, text).All(finding => !finding.Shown.Contains(text.Substring(finding.Start, finding.Length), StringComparison.Ordinal)));

    [Fact]
    public void The_filter_lets_through_what_is_found_whole_or_in_pieces() =>
        Gen.Select(Name, Text, Gen.Int[0, 200], Gen.Int[0, 200]).Sample((name, text, first, second) =>
        {
            if (SecretScanner.Scan(name, text).Count == 0)
                return;
            Assert.True(IsWorthScanning(text));
            var (a, b) = (Math.Min(Math.Min(first, second), text.Length), Math.Min(Math.Max(first, second), text.Length));
            Assert.True(IsWorthScanning(text[b..], text[a..b], text[..a]));
        });

    [Theory]
    [InlineData("appsettings.json")]
    [InlineData(".env")]
    [InlineData("nuget.config")]
    [InlineData("Shop.csproj")]
    public void No_file_makes_it_throw_and_places_lie_within_it(string path) =>
        Text.Sample(text =>
        {
            foreach (var finding in SettingsFile.Scan(path, text))
                Assert.True(finding.Start >= 0 && finding.Start <= text.Length && finding.Line > 0 && finding.Column > 0);
        });

    [Fact]
    public void A_long_text_takes_no_longer_than_its_length_says()
    {
        foreach (var piece in Pieces)
        {
            var text = string.Concat(Enumerable.Repeat(piece, 400_000 / piece.Length));
            var watch = System.Diagnostics.Stopwatch.StartNew();
            _ = SecretScanner.Scan("password", text);
            // No measure of speed: what grows with the square of the length would not come back for many minutes.
            Assert.True(watch.Elapsed < TimeSpan.FromMinutes(1), $"{piece}: {watch.Elapsed}");
        }
    }

    internal static bool IsWorthScanning(params string[] pieces)
    {
        var filter = default(SecretFilter);
        foreach (var piece in pieces)
            filter.Add(piece);
        return filter.IsWorthScanning;
    }
}
