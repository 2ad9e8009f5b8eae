using System.Text.Json.Serialization;

namespace Ink.Tasks.SupplyChain.CycloneDx;

/// <summary>A bill of materials: CycloneDX 1.6 (https://cyclonedx.org/docs/1.6/json/), as far as Ink writes it.</summary>
/// <param name="Metadata">What it is about.</param>
/// <param name="Components">What that consists of.</param>
/// <param name="Dependencies">What depends on what.</param>
internal sealed record Bom(BomMetadata Metadata, IReadOnlyList<BomComponent> Components, IReadOnlyList<BomDependency> Dependencies)
{
    /// <summary>The media type of its JSON (IANA).</summary>
    public const string MediaType = "application/vnd.cyclonedx+json";

    [JsonPropertyName("$schema"), JsonPropertyOrder(-5)]
    public string Schema { get; init; } = "http://cyclonedx.org/schema/bom-1.6.schema.json";

    [JsonPropertyOrder(-4)]
    public string BomFormat { get; init; } = "CycloneDX";

    [JsonPropertyOrder(-3)]
    public string SpecVersion { get; init; } = "1.6";

    /// <summary>A UUID as a URN. Here it is made of the content, so that the same content has the same.</summary>
    [JsonPropertyOrder(-2)]
    public string? SerialNumber { get; init; }

    /// <summary>Counts corrections of one document, which Ink never makes.</summary>
    [JsonPropertyOrder(-1)]
    public int Version { get; init; } = 1;
}

/// <summary>What a bill of materials is about, and who made it.</summary>
/// <param name="Timestamp">RFC 3339.</param>
/// <param name="Lifecycles">In what phase it was made.</param>
/// <param name="Tools">What made it.</param>
/// <param name="Component">What it is about.</param>
internal sealed record BomMetadata(string? Timestamp, IReadOnlyList<BomLifecycle> Lifecycles, BomTools Tools, BomComponent Component);

/// <summary>A phase in the life of a product.</summary>
internal sealed record BomLifecycle(string Phase);

/// <summary>Tools that took part.</summary>
internal sealed record BomTools(IReadOnlyList<BomComponent> Components);

/// <summary>One piece of software.</summary>
/// <param name="Type">Of the specification's list: <c>application</c>, <c>framework</c>, <c>library</c> …</param>
/// <param name="Name">Its name.</param>
/// <param name="Version">Its version.</param>
internal sealed record BomComponent(string Type, string Name, string? Version)
{
    /// <summary>What <see cref="BomDependency"/> calls it.</summary>
    [JsonPropertyName("bom-ref")]
    public string? BomRef { get; init; }

    public IReadOnlyList<BomHash>? Hashes { get; init; }

    public IReadOnlyList<BomLicense>? Licenses { get; init; }

    /// <summary>Its package URL (https://github.com/package-url/purl-spec).</summary>
    public string? Purl { get; init; }

    public IReadOnlyList<BomProperty>? Properties { get; init; }
}

/// <summary>A hash of a component's file.</summary>
/// <param name="Alg">Of the specification's list: <c>SHA-512</c>.</param>
/// <param name="Content">Hexadecimal.</param>
internal sealed record BomHash(string Alg, string Content);

/// <summary>Either an SPDX expression, then the only one, or a licence by its name.</summary>
internal sealed record BomLicense(string? Expression, BomNamedLicense? License);

/// <summary>A licence without a place in SPDX's list.</summary>
internal sealed record BomNamedLicense(string Name, string? Url);

/// <summary>A name and a value that the specification leaves to whoever writes them.</summary>
internal sealed record BomProperty(string Name, string Value);

/// <summary>What a component depends on; empty where it depends on nothing.</summary>
internal sealed record BomDependency(string Ref, IReadOnlyList<string> DependsOn);
