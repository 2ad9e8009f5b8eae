using System.Text;
using Ink.Model.Secrets;
using Xunit.Abstractions;

namespace Ink.Model.Tests.Secrets;

/// <summary>How much is found, and how much is found that is none: 200 secrets and 1,000 texts that are none, all written for these tests.</summary>
public sealed class CorpusTests(ITestOutputHelper output)
{
    [Fact]
    public void Of_the_secrets_97_in_100_are_found_under_their_rule()
    {
        var positives = Positives().ToList();
        var missed = positives.Where(entry => SecretScanner.Scan(entry.Name, entry.Value).All(finding => finding.Rule.Id != entry.Rule)).ToList();

        foreach (var (rule, name, value) in missed)
            output.WriteLine($"missed {rule} {name}: {value[..Math.Min(8, value.Length)]}…");
        output.WriteLine($"recall {1 - ((double)missed.Count / positives.Count):P2}");
        Assert.Equal(200, positives.Count);
        Assert.True(missed.Count <= 0.03 * positives.Count, $"{missed.Count} of {positives.Count} were missed");
    }

    [Fact]
    public void Of_what_is_no_secret_at_most_5_in_1000_are_reported()
    {
        var negatives = Negatives().ToList();
        var reported = negatives.Where(entry => SecretScanner.Scan(entry.Name, entry.Value).Count > 0).ToList();

        foreach (var (name, value) in reported)
            output.WriteLine($"reported {SecretScanner.Scan(name, value)[0].Rule.Id} {SecretScanner.Scan(name, value)[0].Format}: {name} = {value}");
        output.WriteLine($"false positives {(double)reported.Count / negatives.Count:P2}");
        Assert.Equal(1000, negatives.Count);
        Assert.True(reported.Count <= 0.005 * negatives.Count, $"{reported.Count} of {negatives.Count} were reported");
    }

    [Fact]
    public void What_is_certain_is_reported_for_no_text_that_is_none() =>
        Assert.DoesNotContain(Negatives(), entry => SecretScanner.Scan(name: null, entry.Value).Count > 0);

    [Fact]
    public void The_filter_lets_every_secret_through_whole_or_in_pieces() =>
        Assert.All(Positives(), entry =>
        {
            Assert.True(ScannerProperties.IsWorthScanning(entry.Value));
            for (var cut = 0; cut < entry.Value.Length; cut++)
                Assert.True(ScannerProperties.IsWorthScanning(entry.Value[cut..], entry.Value[..cut]));
        });

    [Fact]
    public void What_is_shown_of_a_secret_never_holds_it() =>
        Assert.All(Positives(), entry =>
            Assert.All(SecretScanner.Scan(entry.Name, entry.Value), finding =>
                Assert.DoesNotContain(entry.Value.Substring(finding.Start, finding.Length), finding.Shown + finding.Format, StringComparison.Ordinal)));

    private static IEnumerable<(string Rule, string Name, string Value)> Positives() =>
        from cells in Lines("positives.tsv")
        let encoded = cells[2].ToCharArray().Reverse().ToArray()
        select (cells[0], cells[1], Encoding.UTF8.GetString(Convert.FromBase64CharArray(encoded, 0, encoded.Length)));

    private static IEnumerable<(string Name, string Value)> Negatives() =>
        from cells in Lines("negatives.tsv")
        select (cells[0], cells[1].Replace("\\\\", "\0", StringComparison.Ordinal).Replace("\\n", "\n", StringComparison.Ordinal).Replace('\0', '\\'));

    private static IEnumerable<string[]> Lines(string file)
    {
        using var reader = new StreamReader(typeof(CorpusTests).Assembly.GetManifestResourceStream($"corpus/{file}")!);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => line[0] != '#').Select(line => line.Split('\t'))];
    }
}
