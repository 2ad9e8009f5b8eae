using Ink.Model.Rules;
using Ink.Model.Tests.Support;
using static Ink.Model.Tests.Support.Declare;

namespace Ink.Model.Tests.Resolution;

/// <summary>Values that are no names of the app's own but end up in labels, annotations and references.</summary>
public class MetadataErrorTests
{
    [Theory]
    [InlineData("Team", "payments team")]
    [InlineData("Team", "-payments")]
    [InlineData("PartOf", "shop/checkout")]
    public void What_becomes_a_label_has_the_value_of_one(string argument, string value)
    {
        var app = Attribute("App", (argument, value));

        new Project().Finding(app).Blames(RuleCatalogue.InvalidMetadata, app, argument, $"[App] {argument}: \"{value}\" cannot be the value of a label");
    }

    [Theory]
    [InlineData("arn:aws:iam::123456789012:role/shop")]
    [InlineData("arn:aws-cn:iam::123456789012:role/path/shop")]
    [InlineData("arn:aws-us-gov:iam::123456789012:role/shop@x")]
    public void The_ARN_of_a_role_is_taken_over(string arn) => Assert.Equal(arn, new Project().Spec(IamRole(arn)).IamRole);

    [Theory]
    [InlineData("shop")]
    [InlineData("arn:aws:iam::1234:role/shop")]
    [InlineData("arn:aws:iam::123456789012:user/shop")]
    [InlineData("arn:aws:s3:::shop")]
    [InlineData("arn:aws:iam::123456789012:role/shop\n")]
    public void Anything_else_is_an_error(string arn)
    {
        var role = IamRole(arn);

        new Project().Finding(role).Blames(RuleCatalogue.InvalidMetadata, role, "Arn", "[IamRole] Arn", "is not the ARN of an IAM role", "arn:aws:iam::<12 digits>:role/<name>");
    }

    [Theory]
    [InlineData("InkSecretStore")]
    [InlineData("InkArgoNamespace")]
    [InlineData("InkArgoProject")]
    public void A_setting_that_names_an_object_blames_the_property(string property)
    {
        var project = new Project { Properties = { [property] = "../x" } };

        project.Finding().Blames(RuleCatalogue.InvalidName, null, null, $"{property}: \"../x\" cannot be the name", "Write");
    }

    [Fact]
    public void There_are_two_kinds_of_secret_store()
    {
        var project = new Project { Properties = { ["InkSecretStoreKind"] = "Vault" } };

        project.Finding().Blames(RuleCatalogue.MissingReference, null, null, "InkSecretStoreKind", "\"Vault\"", "ClusterSecretStore or SecretStore");
    }
}
