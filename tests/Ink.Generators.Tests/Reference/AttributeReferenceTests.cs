using System.Reflection;
using Ink.Model.Declarations;
using Ink.Testing;

namespace Ink.Generators.Tests.Reference;

/// <summary>docs/reference/attributes.md is what the doc comments say. INK_ACCEPT=1 in the environment writes it anew.</summary>
public sealed class AttributeReferenceTests
{
    private static readonly string PagePath = RepositoryRoot.Combine("docs", "reference", "attributes.md");

    private static readonly Type[] Public = [.. typeof(AppAttribute).Assembly.GetExportedTypes()];

    private static readonly Type[] Attributes = [.. Public.Where(type => type.IsSubclassOf(typeof(Attribute)))];

    private static readonly Type[] Enums = [.. Public.Where(type => type.IsEnum)];

    private static readonly DocComments Comments = DocComments.Of(typeof(AppAttribute).Assembly, Attributes);

    [Fact]
    public void The_page_is_what_the_doc_comments_say()
    {
        var expected = AttributeReference.Write(Attributes, Enums, Comments);
        if (Environment.GetEnvironmentVariable("INK_ACCEPT") == "1")
            File.WriteAllText(PagePath, expected);

        var actual = File.Exists(PagePath) ? File.ReadAllText(PagePath).ReplaceLineEndings("\n") : "";
        Assert.True(expected == actual, $"""
            docs/reference/attributes.md is not what the doc comments of src/Ink.Sdk say: {FirstDifference(expected.Split('\n'), actual.Split('\n'))}
            Write it anew with INK_ACCEPT=1 dotnet test tests/Ink.Generators.Tests --filter {nameof(AttributeReferenceTests)}, and read the difference.
            """);
    }

    [Fact]
    public void Every_attribute_of_the_model_has_a_section() =>
        Assert.Equal(AttributeKind.All.Select(kind => kind.Name).Order(), Attributes.Select(AttributeReference.NameOf).Distinct().Order());

    [Fact]
    public void Everything_that_can_be_written_has_a_doc_comment_and_every_attribute_an_example()
    {
        Assert.All(Attributes, type =>
        {
            Assert.NotEmpty(Comments.Summary(type));
            Assert.NotEmpty(Comments.Examples(type));
            Assert.All(type.GetConstructors().SelectMany(constructor => constructor.GetParameters()), parameter => Assert.NotEmpty(Comments.Parameter(parameter)));
            Assert.All(AttributeReference.NamedArguments(type), property => Assert.NotEmpty(Comments.Summary(property)));
        });
        Assert.All(Enums.SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.Static)), field => Assert.NotEmpty(Comments.Summary(field)));
    }

    private static string FirstDifference(string[] expected, string[] actual)
    {
        var line = expected.Zip(actual).TakeWhile(pair => pair.First == pair.Second).Count();
        return $"line {line + 1} is \"{actual.ElementAtOrDefault(line)}\" in place of \"{expected.ElementAtOrDefault(line)}\".";
    }
}
