using Ink.Model.Rules;
using Ink.Model.Tests.Support;
using static Ink.Model.Tests.Support.Declare;

namespace Ink.Model.Tests.Resolution;

public class EmptyArgumentTests
{
    [Theory]
    [InlineData("From")]
    [InlineData("Property")]
    public void An_empty_key_of_a_secret_is_an_error(string argument)
    {
        var secret = Secret("DB", (argument, ""));

        new Project().Finding(secret).Blames(RuleCatalogue.EmptyArgument, secret, argument, $"[Secret] {argument} is empty", "leave the argument out");
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("\t\n")]
    public void An_empty_name_of_a_secret_or_variable_is_an_error(string name)
    {
        var (secret, variable) = (Secret(name), Variable(name, "x"));

        new Project().Finding(secret).Blames(RuleCatalogue.EmptyArgument, secret, "Name", "[Secret] Name is empty. Write a value.");
        new Project().Finding(variable).Blames(RuleCatalogue.EmptyArgument, variable, "Name", "[EnvironmentVariable] Name is empty");
    }

    [Theory]
    [InlineData("App", "Name")]
    [InlineData("App", "Namespace")]
    [InlineData("Web", "Name")]
    [InlineData("Resources", "Cpu")]
    [InlineData("Resources", "Memory")]
    [InlineData("Ingress", "Host")]
    [InlineData("Worker", "Name")]
    [InlineData("IamRole", "Arn")]
    [InlineData("Secret", "Store")]
    [InlineData("Secret", "File")]
    [InlineData("Ingress", "Class")]
    [InlineData("Health", "Ready")]
    public void Nothing_else_may_be_empty_and_that_is_all_that_is_said(string attribute, string argument)
    {
        var declaration = attribute switch
        {
            "Secret" => Secret("DB", (argument, "")),
            "Ingress" when argument != "Host" => Ingress("a.com", (argument, "")),
            _ => Attribute(attribute, (argument, "")),
        };

        new Project().Finding(declaration).Blames(RuleCatalogue.EmptyArgument, declaration, argument, $"[{attribute}] {argument} is empty");
    }

    [Theory]
    [InlineData("Ingress", "Host")]
    [InlineData("Secret", "Name")]
    [InlineData("IamRole", "Arn")]
    [InlineData("Worker", "Name")]
    public void What_is_required_cannot_be_null(string attribute, string argument)
    {
        var declaration = Attribute(attribute);

        new Project().Finding(declaration).Blames(RuleCatalogue.EmptyArgument, declaration, argument, $"[{attribute}] {argument} is missing");
    }

    [Fact]
    public void A_variable_without_a_value_is_an_error()
    {
        var variable = Attribute("EnvironmentVariable", ("Name", "X"));

        new Project().Finding(variable).Blames(RuleCatalogue.EmptyArgument, variable, "Value", "[EnvironmentVariable] Value is missing");
    }

    [Fact]
    public void A_variable_may_be_empty() => Assert.NotNull(new Project().Spec(Variable("FLAG", "")));

    [Fact]
    public void Nothing_is_said_of_another_environment() => Assert.NotNull(new Project().Spec(Secret("DB", ("From", "")).In("production")));
}
