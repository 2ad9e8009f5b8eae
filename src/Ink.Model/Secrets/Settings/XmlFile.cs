using System.Xml;
using System.Xml.Linq;

namespace Ink.Model.Secrets.Settings;

/// <summary>An XML file with the places of its values.</summary>
internal sealed class XmlFile
{
    private readonly Lines _lines;

    private XmlFile(XElement root, Lines lines)
    {
        Root = root;
        _lines = lines;
    }

    public XElement Root { get; }

    /// <summary>The file; <see langword="null"/> where it is no XML, which whoever reads it for its own ends reports.</summary>
    public static XmlFile? Read(string text, Lines lines)
    {
        try
        {
            using var reader = XmlReader.Create(new StringReader(text), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            return XDocument.Load(reader, LoadOptions.SetLineInfo).Root is { } root ? new XmlFile(root, lines) : null;
        }
        catch (XmlException)
        {
            return null;
        }
    }

    public SettingEntry Entry(string key, XAttribute attribute) => Entry(key, attribute.Value, attribute, attribute.Name.LocalName.Length);

    public SettingEntry Entry(string key, XElement element) => Entry(key, element.Value, element, element.Name.LocalName.Length);

    private SettingEntry Entry(string key, string value, IXmlLineInfo place, int length) =>
        new(key, value.Trim(), place.HasLineInfo() ? _lines.OffsetOf(place.LineNumber, place.LinePosition) : 0, length);
}
