using System.Xml.Linq;

namespace Ink.Tasks.SupplyChain.Packages;

/// <summary>
/// The licence of a package as its <c>.nuspec</c> gives it (https://learn.microsoft.com/nuget/reference/nuspec#license): an SPDX
/// expression, or else a name, with an address where there is one.
/// </summary>
internal sealed record PackageLicense(string? Expression, string? Name = null, string? Url = null)
{
    private const string OfExpression = "https://licenses.nuget.org/";

    // Written where the licence is a file, for readers that know addresses only.
    private const string Placeholder = "https://aka.ms/deprecateLicenseUrl";

    /// <summary>Reads it; <see langword="null"/> where the package has none.</summary>
    /// <param name="metadata">The element <c>metadata</c>.</param>
    public static PackageLicense? Read(XElement metadata)
    {
        var license = Nuspec.Element(metadata, "license");
        var text = license?.Value.Trim();
        if (!string.IsNullOrEmpty(text))
        {
            return (string?)license!.Attribute("type") == "file"
                ? new PackageLicense(null, $"file {text} of the package")
                : new PackageLicense(text);
        }

        var url = Nuspec.Element(metadata, "licenseUrl")?.Value.Trim();
        if (string.IsNullOrEmpty(url) || url == Placeholder || !Uri.TryCreate(url, UriKind.Absolute, out _))
            return null;
        return url.StartsWith(OfExpression, StringComparison.OrdinalIgnoreCase)
            ? new PackageLicense(Uri.UnescapeDataString(url[OfExpression.Length..]))
            : new PackageLicense(null, "licence at the address", url);
    }
}
