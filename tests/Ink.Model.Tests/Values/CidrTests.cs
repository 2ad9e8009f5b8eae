using Ink.Model.Values;

namespace Ink.Model.Tests.Values;

public class CidrTests
{
    [Theory]
    [InlineData("10.0.0.0/8")]
    [InlineData("0.0.0.0/0")]
    [InlineData("192.168.1.7/32")]
    [InlineData("2001:db8::/32")]
    [InlineData("::/0")]
    [InlineData("::1/128")]
    public void Takes_what_the_API_server_takes(string text) => Assert.True(Cidr.IsValid(text));

    [Theory]
    [InlineData("10.0.0.0")]
    [InlineData("10.0.0.0/33")]
    [InlineData("10.0.0.0/")]
    [InlineData("10.0.0.0/08")]
    [InlineData("10.0.0.0/-1")]
    [InlineData("10.0.0/8")]
    [InlineData("010.0.0.0/8")]
    [InlineData("0x0a.0.0.0/8")]
    [InlineData("256.0.0.0/8")]
    [InlineData("fe80::1%eth0/64")]
    [InlineData("[::1]/128")]
    [InlineData("::/129")]
    [InlineData("shop/cart")]
    [InlineData("10.0.0.0/8\n")]
    public void Refuses_the_rest(string text) => Assert.False(Cidr.IsValid(text));
}
