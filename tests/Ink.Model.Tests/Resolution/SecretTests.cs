using Ink.Model.Rules;
using Ink.Model.Tests.Support;
using static Ink.Model.Tests.Support.Declare;

namespace Ink.Model.Tests.Resolution;

public class SecretTests
{
    [Fact]
    public void The_key_in_the_store_is_made_of_app_environment_and_name()
    {
        var secret = Assert.Single(new Project().In("staging").Spec(Secret("DB__PASSWORD")).Secrets);

        Assert.Equal(("DB__PASSWORD", "/checkout/staging/DB__PASSWORD", "DB__PASSWORD"), (secret.Name, secret.From, secret.Key));
        Assert.Equal((null, null, null), (secret.Property, secret.Store, secret.File));
    }

    [Fact]
    public void What_is_written_is_taken_over()
    {
        var secret = Assert.Single(new Project().Spec(Secret("DB", ("From", "db"), ("Property", "password"), ("Store", "vault"), ("File", "/etc/secrets/db"))).Secrets);

        Assert.Equal(("db", "password", "vault", "/etc/secrets/db"), (secret.From, secret.Property, secret.Store, secret.File));
    }

    [Fact]
    public void Workloads_that_share_a_source_share_a_key()
    {
        var spec = new Project().Spec(Web(), Worker("emails"), Secret("DB"));

        Assert.Equal("DB", Assert.Single(spec.Secrets).Key);
        Assert.All(spec.Workloads, workload => Assert.Equal("DB", Assert.Single(workload.Secrets).Key));
    }

    [Theory]
    [InlineData("From", "/other")]
    [InlineData("Property", "password")]
    [InlineData("Store", "vault")]
    public void Workloads_with_different_sources_get_different_keys(string argument, string value)
    {
        var spec = new Project().Spec(Web(), Worker("emails"), Secret("DB"), Secret("DB", (argument, value)).For("emails"));

        Assert.Equal(["emails.DB", "web.DB"], spec.Secrets.Select(secret => secret.Key));
        Assert.Equal(["emails.DB", "web.DB"], spec.Workloads.Select(workload => workload.Secrets[0].Key));
        Assert.All(spec.Secrets, secret => Assert.Equal("DB", secret.Name));
    }

    [Fact]
    public void A_name_that_looks_like_such_a_key_does_not_collide_with_one()
    {
        var spec = new Project().Spec(Web(), Worker("emails"), Secret("DB"), Secret("DB", ("From", "/other")).For("emails"), Secret("web.DB", ("From", "/third")).For("web"));

        Assert.Equal(["emails.DB=/other", "web.DB=/checkout/dev/DB", "web.web.DB=/third"], spec.Secrets.Select(secret => $"{secret.Key}={secret.From}"));
    }

    [Fact]
    public void One_mounted_as_a_file_may_bear_the_name_of_a_variable() =>
        Assert.Single(new Project().Spec(Variable("DB", "db.example.com"), Secret("DB", ("File", "/etc/secrets/db"))).Secrets);

    [Fact]
    public void One_that_is_a_variable_already_is_an_error()
    {
        var secret = Secret("DB");

        new Project().Finding(Variable("DB", "x"), secret).Blames(RuleCatalogue.DuplicateName, secret, "Name", "[Secret(\"DB\")]", "environment variable already", "Remove one");
    }

    [Fact]
    public void Two_mounted_at_one_path_are_an_error()
    {
        var (first, second) = (Secret("A", ("File", "/etc/x")), Secret("B", ("File", "/etc/x")));

        new Project().Finding(first, second).Blames(RuleCatalogue.DuplicateName, second, "File", "[Secret(\"B\")] File", "A is mounted at /etc/x", "elsewhere");
    }

    [Theory]
    [InlineData("etc/x")]
    [InlineData("/")]
    [InlineData("/etc/")]
    [InlineData("/etc//x")]
    [InlineData("/etc/../x")]
    [InlineData("/etc/.")]
    public void A_file_has_an_absolute_path(string file)
    {
        var secret = Secret("DB", ("File", file));

        new Project().Finding(secret).Blames(RuleCatalogue.EmptyArgument, secret, "File", file, "absolute path", "/etc/secrets/DB");
    }

    [Fact]
    public void A_store_has_the_name_of_an_object()
    {
        var secret = Secret("DB", ("Store", "My Vault"));

        new Project().Finding(secret).Blames(RuleCatalogue.InvalidName, secret, "Store", "\"My Vault\"", "Write");
    }
}
