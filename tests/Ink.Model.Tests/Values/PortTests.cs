using Ink.Model.Values;

namespace Ink.Model.Tests.Values;

public class PortTests
{
    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(65535, true)]
    [InlineData(65536, false)]
    [InlineData(-1, false)]
    public void A_port_lies_between_1_and_65535(long number, bool isValid) => Assert.Equal(isValid, Port.IsValid(number));

    [Theory]
    [InlineData("http", true)]
    [InlineData("http-2", true)]
    [InlineData("a23456789012345", true)]
    [InlineData("a234567890123456", false)]
    [InlineData("80", false)]
    [InlineData("8-0", false)]
    [InlineData("Http", false)]
    [InlineData("-http", false)]
    [InlineData("http-", false)]
    [InlineData("ht--tp", false)]
    [InlineData("ht_tp", false)]
    [InlineData("", false)]
    public void A_name_is_short_and_holds_a_letter(string name, bool isValid) => Assert.Equal(isValid, Port.IsName(name));
}
