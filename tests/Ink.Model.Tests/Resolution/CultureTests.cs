using System.Globalization;
using Ink.Model.Collections;
using Ink.Model.Declarations;
using Ink.Model.Rules;
using Ink.Model.Tests.Support;
using Ink.Model.Values;
using static Ink.Model.Tests.Support.Declare;

namespace Ink.Model.Tests.Resolution;

/// <summary>The compiler and MSBuild run under the user's culture; none of it may show.</summary>
public sealed class CultureTests : IDisposable
{
    private readonly CultureInfo _before = CultureInfo.CurrentCulture;

    public CultureTests()
    {
        // Turkish for its two letters i, with the separators and the minus sign of other cultures on top.
        var culture = (CultureInfo)new CultureInfo("tr-TR").Clone();
        culture.NumberFormat.NumberDecimalSeparator = ",";
        culture.NumberFormat.NegativeSign = "minus ";
        CultureInfo.CurrentCulture = culture;
    }

    public void Dispose() => CultureInfo.CurrentCulture = _before;

    [Fact]
    public void Names_are_lowered_as_in_English()
    {
        Assert.Equal("identity-api", KebabCase.From("IdentityAPI"));
        Assert.Equal("identity", new Project { Assembly = "IDENTITY" }.Spec().Name);
    }

    [Fact]
    public void Placeholders_are_compared_as_in_English()
    {
        var project = new Project { Metadata = { ["ID"] = "x" } };

        Assert.Equal("x-i.example.com", project.Spec(Ingress("{id}-i.example.com")).Ingresses[0].Host);
        Assert.Contains("{iD}", project.Finding(Ingress("{no}.com")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Stand_ins_for_unknown_placeholders_stay_ASCII() =>
        Assert.Equal("id.com", new Project { KnowsAllMetadata = false }.Spec(Ingress("{ID}.com")).Ingresses[0].Host);

    [Fact]
    public void Switches_in_metadata_are_compared_as_in_English() =>
        Assert.Equal(2, new Project { Metadata = { ["PRODUCTION"] = "TRUE" } }.Spec().Web!.Replicas);

    [Fact]
    public void Quantities_have_a_decimal_point()
    {
        Assert.Equal(1.5m, Quantity.Parse("1.5")?.Value);
        Assert.Null(Quantity.Parse("1,5"));
    }

    [Fact]
    public void Numbers_in_messages_and_variables_are_written_as_in_C_sharp()
    {
        var web = Web(("Replicas", -1));

        new Project().Finding(web).Blames(RuleCatalogue.InvalidQuantity, web, "Replicas", "-1 is not valid");
    }

    [Fact]
    public void JSON_stays_JSON() =>
        Assert.EndsWith(
            """{"attribute":"Web","arguments":{"Replicas":-1}}]}""",
            ModelJson.Write(new AppModel("A", IsAspNetCore: true, MapsHealth: true, new[] { Web(("Replicas", -1)) }.ToEquatableArray())),
            StringComparison.Ordinal);
}
