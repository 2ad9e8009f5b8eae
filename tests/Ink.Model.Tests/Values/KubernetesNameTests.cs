using Ink.Model.Values;

namespace Ink.Model.Tests.Values;

public class KubernetesNameTests
{
    private static readonly string Longest = new('a', 63);

    [Theory]
    [InlineData("a")]
    [InlineData("checkout")]
    [InlineData("a-1")]
    [InlineData("3d")]
    public void A_label_holds_lower_case_letters_digits_and_inner_hyphens(string name) => Assert.True(KubernetesName.IsLabel(name));

    [Theory]
    [InlineData("")]
    [InlineData("-a")]
    [InlineData("a-")]
    [InlineData("A")]
    [InlineData("a_b")]
    [InlineData("a.b")]
    [InlineData("a b")]
    [InlineData("a\n")]
    [InlineData("á")]
    [InlineData("../../etc")]
    [InlineData("a;rm -rf")]
    [InlineData("$(id)")]
    public void A_label_holds_nothing_else(string name) => Assert.False(KubernetesName.IsLabel(name));

    [Fact]
    public void A_label_has_63_characters_at_most()
    {
        Assert.True(KubernetesName.IsLabel(Longest));
        Assert.False(KubernetesName.IsLabel(Longest + "a"));
    }

    [Theory]
    [InlineData("checkout", true)]
    [InlineData("3d", false)]
    [InlineData("", false)]
    public void A_service_begins_with_a_letter(string name, bool isValid) => Assert.Equal(isValid, KubernetesName.IsServiceName(name));

    [Theory]
    [InlineData("shop.example.com", true)]
    [InlineData("shop", true)]
    [InlineData("shop..com", false)]
    [InlineData(".com", false)]
    [InlineData("shop.", false)]
    [InlineData("Shop.example.com", false)]
    public void A_subdomain_is_labels_joined_with_dots(string name, bool isValid) => Assert.Equal(isValid, KubernetesName.IsSubdomain(name));

    [Theory]
    [InlineData("shop.example.com", true)]
    [InlineData("*.example.com", true)]
    [InlineData("*", false)]
    [InlineData("*.", false)]
    [InlineData("shop.*.com", false)]
    [InlineData("https://shop.example.com", false)]
    [InlineData("shop.example.com:443", false)]
    [InlineData("shop.example.com/path", false)]
    public void A_host_may_begin_with_a_wildcard(string host, bool isValid) => Assert.Equal(isValid, KubernetesName.IsHost(host));

    [Fact]
    public void A_host_has_253_characters_at_most()
    {
        var longest = $"*.{Longest}.{Longest}.{Longest}.{new string('a', 59)}";

        Assert.Equal(253, longest.Length);
        Assert.True(KubernetesName.IsHost(longest));
        Assert.False(KubernetesName.IsHost(longest + "a"));
    }

    [Theory]
    [InlineData("PATH", true)]
    [InlineData("_X", true)]
    [InlineData("Logging__LogLevel__Default", true)]
    [InlineData("my-app.option", true)]
    [InlineData("", false)]
    [InlineData("1X", false)]
    [InlineData("Logging:LogLevel", false)]
    [InlineData("A=B", false)]
    [InlineData("A B", false)]
    [InlineData("A\n", false)]
    public void A_variable_has_no_colon_and_no_digit_first(string name, bool isValid) => Assert.Equal(isValid, KubernetesName.IsVariable(name));

    [Theory]
    [InlineData("", true)]
    [InlineData("Payments_Team.1", true)]
    [InlineData("-payments", false)]
    [InlineData("payments team", false)]
    public void A_label_value_may_be_empty(string value, bool isValid) => Assert.Equal(isValid, KubernetesName.IsLabelValue(value));

    [Fact]
    public void A_label_value_has_63_characters_at_most()
    {
        Assert.True(KubernetesName.IsLabelValue(Longest));
        Assert.False(KubernetesName.IsLabelValue(Longest + "a"));
    }

    [Theory]
    [InlineData("cache", true)]
    [InlineData("cloud-sql-proxy", true)]
    [InlineData("a1", true)]
    [InlineData("cloud-sql-proxy2", false)]
    [InlineData("8080", false)]
    [InlineData("a--b", false)]
    [InlineData("-a", false)]
    [InlineData("Cache", false)]
    [InlineData("", false)]
    public void A_ports_name_is_a_short_label_with_a_letter(string name, bool expected) => Assert.Equal(expected, KubernetesName.IsPortName(name));
}
