using System.Text.RegularExpressions;
using CsCheck;
using Ink.Model.Declarations;
using Ink.Model.Resolution;
using Ink.Model.Rules;

namespace Ink.Manifests.Tests.Properties;

/// <summary>What holds for every model that users can write, sound or not.</summary>
public sealed partial class ModelTests
{
    private const int Cases = 10_000;

    [Fact]
    public void Every_attribute_and_argument_is_written_by_the_generators()
    {
        var folder = RepositoryRoot.Combine("src", "Ink.Sdk", "Attributes");
        foreach (var kind in AttributeKind.All)
        {
            var source = File.ReadAllText(Path.Combine(folder, $"{kind.Name}Attribute.cs"));
            var written = Property().Matches(source).Select(match => match.Groups["name"].Value).Except(["Environment", "Workload"]);
            Assert.Equal(written.Order(), AttributeGen.ArgumentsOf(kind.Name).Select(argument => argument.Name).Order());
        }
    }

    [Fact]
    public void So_is_every_property()
    {
        string[] delivery = [InkProperty.Registry, InkProperty.ImageRepository, InkProperty.AllowStale, InkProperty.HydratorMetadata, InkProperty.Policy, .. InkProperty.All.Where(name => name.StartsWith("InkGitOps", StringComparison.Ordinal))];
        Assert.Equal(InkProperty.All.Except(delivery).Order(), PropertyGen.Values.Keys.Order());
    }

    [Fact]
    public void Sound_models_resolve_without_an_error() =>
        Gen.Select(ModelGen.Valid, ModelGen.Context).Sample(
            (model, context) => Assert.DoesNotContain(AppResolver.Resolve(model, context).Findings, finding => finding.Rule.Severity == RuleSeverity.Error),
            iter: Cases,
            print: sample => $"{sample.Item2.Environment} with {string.Join(", ", sample.Item2.Project.Concat(sample.Item2.CommandLine).Concat(sample.Item2.Metadata))} of {ModelJson.Write(sample.Item1)}");

    [Fact]
    public void What_is_wrong_with_an_argument_is_a_coded_error_that_names_attribute_and_argument() =>
        ModelGen.Invalid.Sample(
            broken =>
            {
                var errors = AppResolver.Resolve(broken.Model, ModelGen.ContextOf(ModelGen.Production)).Findings
                    .Where(finding => finding.Rule.Severity == RuleSeverity.Error && ReferenceEquals(finding.Declaration, broken.Declaration) && finding.Argument == broken.Argument)
                    .ToList();
                Assert.NotEmpty(errors);
                Assert.All(errors, error =>
                {
                    Assert.Contains(error.Rule, RuleCatalogue.All);
                    Assert.Contains($"[{broken.Declaration.Attribute}", error.Message, StringComparison.Ordinal);
                    var isKey = broken.Argument == AttributeKind.Find(broken.Declaration.Attribute)!.Key;
                    Assert.True(isKey || error.Message.Contains(broken.Argument, StringComparison.Ordinal), error.Message);
                });
            },
            iter: Cases);

    [GeneratedRegex(@"^    public [\w?\[\]]+ (?<name>\w+) \{ get; (set; )?\}", RegexOptions.Multiline)]
    private static partial Regex Property();
}
