using Ink.Generators.Tests.Infrastructure;

namespace Ink.Generators.Tests.Secrets;

/// <summary>Literals as they are while somebody types: nothing about them may throw.</summary>
public sealed class HalfWrittenTests
{
    [Theory]
    [InlineData("class C { string password = \"§hex§")]
    [InlineData("class C { string password = \"§hex§\" + ; }")]
    [InlineData("class C { string a = $\"Server={;§pw§\"; }")]
    [InlineData("class C { string a = $\"Server={x};§pw§")]
    [InlineData("class C { string a = \"\"\"§github§")]
    [InlineData("class C { void M() => x[] = \"§hex§\"; }")]
    [InlineData("class C { void M() => x[\"Password\"] = \"§hex§\" }")]
    [InlineData("class C { void M() => N(1, , \"§hex§\"; }")]
    [InlineData("class C { object a = new() { { \"§hex§\" }, { , \"§hex§\" } }; }")]
    [InlineData("class C { object a = new Missing(token: \"§hex§\", \"§hex§\"); }")]
    [InlineData("[assembly: Ink.EnvironmentVariable(\"A_TOKEN\", \"§github§\"")]
    [InlineData("[assembly: Ink.EnvironmentVariable(\"A_TOKEN\" \"§github§\", value: )]")]
    [InlineData("[assembly: Ink.EnvironmentVariable(Missing, \"§github§\" + Missing)]")]
    [InlineData("[Missing(\"§github§\", Token = \"§hex§\"] class")]
    [InlineData("const string a = Missing + \"§hex§\" + a;")]
    [InlineData("\"§github§\"")]
    public Task Nothing_throws(string source) => Diagnosed.AssertNothingThrows(TestProject.Web(SampleSecrets.FillIn(source)));

    [Fact]
    public Task A_concatenation_of_thousands_throws_nowhere() =>
        Diagnosed.AssertNothingThrows(TestProject.Web($"class C {{ string password = {string.Join(" + ", Enumerable.Repeat("\"Password=1;\"", 2000))}; }}"));
}
