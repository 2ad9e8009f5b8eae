using System.Xml.Linq;
using Ink.Model.Rules;
using Ink.Model.Secrets.Formats;

namespace Ink.Model.Secrets.Settings;

/// <summary>
/// Credentials in a nuget.config ("nuget.config reference", packageSourceCredentials and apikeys). An encrypted Password is bound to one
/// account of one Windows machine, so it is of no use in a repository, and it is still somebody's.
/// </summary>
internal static class NuGetConfig
{
    public static IEnumerable<(SettingEntry Entry, SecretFinding Secret)> Scan(XmlFile file)
    {
        foreach (var add in file.Root.Descendants().Where(element => Is(element, "add")))
        {
            if (Attribute(add, "value") is not { } value)
                continue;
            var key = Attribute(add, "key")?.Value ?? "";
            var entry = file.Entry($"{add.Parent?.Name.LocalName}/{key}", value);
            if (SecretOf(add, key, value.Value) is { } secret)
                yield return (entry, secret);
            else
            {
                foreach (var finding in SecretScanner.Scan(key, value.Value))
                    yield return (entry, finding);
            }
        }
    }

    private static SecretFinding? SecretOf(XElement add, string key, string value)
    {
        if (Placeholders.Is(value))
            return null;
        if (add.Parent is { } section && Is(section, "apikeys"))
            return Findings.Whole(RuleCatalogue.SecretInProject, "API key", value);
        return add.Parent?.Parent is { } parent && Is(parent, "packageSourceCredentials")
            ? key.ToUpperInvariant() switch
            {
                "CLEARTEXTPASSWORD" => Findings.Whole(RuleCatalogue.SecretInProject, "password in clear text", value),
                "PASSWORD" => Findings.Whole(RuleCatalogue.SecretInProject, "password", value),
                _ => null,
            }
            : null;
    }

    private static bool Is(XElement element, string name) => string.Equals(element.Name.LocalName, name, StringComparison.OrdinalIgnoreCase);

    private static XAttribute? Attribute(XElement element, string name) =>
        element.Attributes().FirstOrDefault(attribute => string.Equals(attribute.Name.LocalName, name, StringComparison.OrdinalIgnoreCase));
}
