using System.Xml.Linq;

namespace Ink.Model.Secrets.Settings;

/// <summary>The properties, items and task arguments of an MSBuild file.</summary>
internal static class ProjectFile
{
    public static IEnumerable<SettingEntry> Read(XmlFile file)
    {
        foreach (var element in file.Root.Descendants())
        {
            if (!element.HasElements && element.Value.Length > 0)
                yield return file.Entry(element.Name.LocalName, element);
            foreach (var attribute in element.Attributes().Where(attribute => attribute.Name.LocalName is not ("Condition" or "Label")))
                yield return file.Entry(NameOf(element, attribute), attribute);
        }
    }

    // <ContainerEnvironmentVariable Include="DB_PASSWORD" Value="…" />: the item is called as what it includes.
    private static string NameOf(XElement element, XAttribute attribute) =>
        attribute.Name.LocalName == "Value" && element.Attribute("Include") is { } include ? include.Value : attribute.Name.LocalName;
}
