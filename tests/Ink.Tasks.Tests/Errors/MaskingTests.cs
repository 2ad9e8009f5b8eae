using Ink.Tasks.Errors;

namespace Ink.Tasks.Tests.Errors;

public sealed class MaskingTests
{
    [Theory]
    [InlineData("https:§//user:p@ss@host/x", "https://***@host/x")]
    [InlineData("https://ghp_token@host/x", "https://***@host/x")]
    [InlineData("https://user:pa/ss@host/x", "https://***@host/x")]
    [InlineData("https:§//us%40er:p%3Aw@host:8443/x.git", "https://***@host:8443/x.git")]
    [InlineData("ssh://user:pw@host/x", "ssh://***@host/x")]
    [InlineData("ssh://git@host/x", "ssh://git@host/x")]
    [InlineData("git@host:x/y.git", "git@host:x/y.git")]
    [InlineData("from https://a:b@one/x to http://c:d@two/y.", "from https://***@one/x to http://***@two/y.")]
    [InlineData("fatal: unable to access 'https:§//u:secret@host/r.git/': 403", "fatal: unable to access 'https://***@host/r.git/': 403")]
    [InlineData("https://host/@scope/x", "https://host/@scope/x")]
    [InlineData("https://host:8080/a@b", "https://host:8080/a@b")]
    [InlineData("see https://host/x?access_token=abc&y=1", "see https://host/x?access_token=***&y=1")]
    [InlineData("Authorization: Basic dXNlcjpwdw==", "Authorization: Basic ***")]
    [InlineData("mail ada@example.com", "mail ada@example.com")]
    [InlineData("", "")]
    public void Credentials_are_taken_out_and_the_rest_stays(string text, string masked) => Assert.Equal(masked, Masking.Mask(SampleSecrets.Address(text)));

    [Fact]
    public void A_registered_value_is_masked_however_it_is_spelt()
    {
        Masking.Register("s3cr/t value!");

        Assert.Equal("a *** b *** c", Masking.Mask("a s3cr/t value! b s3cr%2Ft%20value%21 c"));
    }

    [Fact]
    public void A_coded_error_masks_its_own_message() =>
        Assert.Equal("cannot reach https://***@host/", new InkException("INK4003", "cannot reach https://u:p@host/").Message);
}
