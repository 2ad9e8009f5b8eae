using System.Text.RegularExpressions;
using System.Xml.Linq;
using Ink.Model.Resolution;

namespace Ink.Model.Tests.Resolution;

/// <summary>The list of properties in the code, that of the targets and that of the reference are one.</summary>
public partial class PropertyListTests
{
    private static readonly string[] NotForTheCompiler =
        ["InkAllowFrom", "InkAllowTo", "InkArgoNamespace", "InkArgoProject", "InkArgoSyncOptions", "InkArgoNotifications", "InkKargoStage", "InkHydratorMetadata", "InkRegistry", "InkImageRepository", "InkGitOpsUrl", "InkGitOpsBranch", "InkGitOpsPath", "InkGitOpsRetries", "InkGitOpsTimeout", "InkGitOpsMode", "InkGitOpsProvider", "InkGitOpsApiUrl", "InkGitOpsSign", "InkAllowStale"];

    [Fact]
    public void The_tasks_get_every_property() =>
        Assert.Equal(InkProperty.All.Order(), Groups().SelectMany(Settings).Order());

    [Fact]
    public void The_compiler_sees_all_but_lists_and_places() =>
        Assert.Equal(
            InkProperty.All.Except(NotForTheCompiler).Order(),
            Groups().Where(group => group.Elements("CompilerVisibleProperty").Any()).SelectMany(Settings).Order());

    [Fact]
    public void The_reference_has_a_row_for_every_property()
    {
        var documented = Name().Matches(Read("properties.md")).Select(match => match.Value).ToHashSet();

        Assert.Empty(InkProperty.All.Except(documented));
    }

    private static IEnumerable<XElement> Groups() => XDocument.Parse(Read("settings.targets")).Root!.Elements("ItemGroup");

    private static IEnumerable<string> Settings(XElement group) =>
        group.Elements("_InkSetting").SelectMany(item => item.Attribute("Include")!.Value.Split(';'));

    private static string Read(string resource)
    {
        using var stream = typeof(PropertyListTests).Assembly.GetManifestResourceStream(resource)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    // In a table, by its full name.
    [GeneratedRegex(@"(?<=^\|.*`)Ink[A-Za-z]+(?=`)", RegexOptions.Multiline)]
    private static partial Regex Name();
}
