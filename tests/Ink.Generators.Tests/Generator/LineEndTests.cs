using Ink.Generators.Tests.Infrastructure;

namespace Ink.Generators.Tests.Generator;

/// <summary>How a file was checked out, with line feeds or with CR LF, does not show.</summary>
public sealed class LineEndTests
{
    private const string Source =
        """"
        [assembly: Ink.EnvironmentVariable("RAW", """
            first
              second
            """)]
        [assembly: Ink.EnvironmentVariable("VERBATIM", @"first
        second
        ")]
        [assembly: Ink.Worker("emails", Args = [@"first
        second"])]
        [assembly: Ink.EnvironmentVariable("ESCAPED", "a\rb\r\nc")]
        return;
        """";

    private static readonly string Lf = Source.ReplaceLineEndings("\n");

    [Fact]
    public void A_literal_of_several_lines_has_line_feeds()
    {
        var model = TestProject.Web(Lf.ReplaceLineEndings("\r\n")).Generate().AssertClean();
        var variables = model.AllDeclared("EnvironmentVariable").Select(declaration => declaration.GetProperty("arguments"))
            .ToDictionary(arguments => arguments.GetProperty("Name").GetString()!, arguments => arguments.GetProperty("Value").GetString());

        Assert.Equal("first\n  second", variables["RAW"]);
        Assert.Equal("first\nsecond\n", variables["VERBATIM"]);
        Assert.Equal("a\rb\nc", variables["ESCAPED"]);
        Assert.Equal("first\nsecond", Assert.Single(model.Declared("Worker").GetProperty("arguments").GetProperty("Args").EnumerateArray()).GetString());
    }

    [Fact]
    public void All_that_is_generated_is_the_same()
    {
        var unix = TestProject.Web(Lf).Generate().AssertClean();
        var windows = TestProject.Web(Lf.ReplaceLineEndings("\r\n")).Generate().AssertClean();

        Assert.Equal(unix.Files, windows.Files);
        Assert.All(unix.Files, file => Assert.Equal(unix.Text(file), windows.Text(file)));
    }
}
