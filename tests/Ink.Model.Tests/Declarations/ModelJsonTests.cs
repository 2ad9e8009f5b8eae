using System.Text;
using System.Text.Json;
using CsCheck;
using Ink.Model.Collections;
using Ink.Model.Declarations;
using static Ink.Model.Tests.Support.Declare;

namespace Ink.Model.Tests.Declarations;

public class ModelJsonTests
{
    [Fact]
    public void Writes_only_what_was_written() =>
        Assert.Equal(
            """{"schema":1,"assembly":"Checkout","aspNetCore":true,"mapsHealth":false,"declarations":[{"attribute":"Resources","environment":"production","workload":"emails","arguments":{"Cpu":"250m"}},{"attribute":"Web","arguments":{"Args":["a","b"],"Port":8080}}]}""",
            Write(Web(("Port", 8080), ("Args", List("a", "b"))), Resources(("Cpu", "250m")).In("production").For("emails")));

    [Fact]
    public void Writes_switches_as_JSON_does() =>
        Assert.Contains("\"Tls\":false", Write(Ingress("shop.example.com", ("Tls", false))), StringComparison.Ordinal);

    [Fact]
    public void Writes_an_empty_model() =>
        Assert.Equal("""{"schema":1,"assembly":"Checkout","aspNetCore":true,"mapsHealth":false,"declarations":[]}""", Write());

    [Fact]
    public void Does_not_depend_on_the_order_of_attributes()
    {
        Declaration[] declarations =
        [
            App("shop"), Web(), Web(("Port", 9090)).In("dev"), Worker("a"), Worker("b"), WorkerOf("A"), Variable("A", "1"), Variable("A", "1"),
            Resources(("Cpu", "1")), Resources(("Cpu", "1")).For("a"), Resources(("Cpu", "1")).In("dev").For("a"),
        ];

        Gen.Shuffle(declarations).Sample(shuffled => Write(shuffled) == Write(declarations));
    }

    [Theory]
    [InlineData("quote \" and \\ backslash")]
    [InlineData("\0\a\b\t\n\v\f\r\u001b\u007f\u0085\u2028\u2029")]
    [InlineData("😀 emoji, žluťoučký, 日本")]
    [InlineData("</script>&'`{}[]")]
    public void What_was_written_can_be_read_back(string value) => Assert.Equal(value, ReadBack(value));

    [Fact]
    public void Any_text_can_be_read_back_as_far_as_it_is_well_formed() =>
        Gen.String.Sample(value => ReadBack(value) == WellFormed(value));

    [Fact]
    public void A_lone_surrogate_becomes_the_replacement_character()
    {
        // Not theory data: an attribute cannot hold them.
        Assert.Equal("\ufffd", ReadBack("\ud83d"));
        Assert.Equal("\ufffd", ReadBack("\ude00"));
        Assert.Equal("a\ufffd\ufffdb", ReadBack("a\ude00\ud83db"));
        Assert.Equal("\ufffd😀\ufffd", ReadBack("\ud83d😀\ude00"));
    }

    [Fact]
    public void Is_one_line_of_printable_ASCII_whatever_is_written() =>
        Gen.String.Sample(value => Write(Variable(value, value)).All(character => character is >= ' ' and <= '~'));

    private static string Write(params IEnumerable<Declaration> declarations) =>
        ModelJson.Write(new AppModel("Checkout", IsAspNetCore: true, MapsHealth: false, declarations.ToEquatableArray()));

    private static string? ReadBack(string value)
    {
        using var json = JsonDocument.Parse(Write(Variable("X", value)));
        return json.RootElement.GetProperty("declarations")[0].GetProperty("arguments").GetProperty("Value").GetString();
    }

    private static string WellFormed(string text) => Encoding.Unicode.GetString(Encoding.Unicode.GetBytes(text));
}
