using Ink.Model.Values;

namespace Ink.Model.Tests.Values;

public class TimeZoneNameTests
{
    [Theory]
    [InlineData("UTC")]
    [InlineData("Europe/Berlin")]
    [InlineData("America/Argentina/ComodRivadavia")]
    [InlineData("America/Port_of_Spain")]
    [InlineData("Asia/Ust-Nera")]
    [InlineData("Etc/GMT+1")]
    [InlineData("EST5EDT")]
    public void A_name_of_the_IANA_database_is_valid(string name) => Assert.True(TimeZoneName.IsValid(name));

    [Theory]
    [InlineData("")]
    [InlineData("Local")]
    [InlineData("LOCAL")]
    [InlineData("europe/berlin")]
    [InlineData("W. Europe Standard Time")]
    [InlineData("+01:00")]
    [InlineData("/Europe")]
    [InlineData("Europe/")]
    [InlineData("Europe//Berlin")]
    [InlineData("Europe/../Berlin")]
    [InlineData("Europe/-Berlin")]
    [InlineData("Europe/Berlin\n")]
    [InlineData("Europe/AbcdefghijklmnO")]
    public void Anything_else_is_not(string name) => Assert.False(TimeZoneName.IsValid(name));
}
