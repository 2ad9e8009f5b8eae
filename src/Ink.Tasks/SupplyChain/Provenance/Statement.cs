using System.Text.Json.Serialization;

namespace Ink.Tasks.SupplyChain.Provenance;

/// <summary>
/// A statement about an image, with provenance as what is stated: in-toto Statement v1
/// (https://github.com/in-toto/attestation/blob/main/spec/v1/statement.md).
/// </summary>
/// <param name="Subject">What it is about.</param>
/// <param name="Predicate">How that was built.</param>
internal sealed record Statement(IReadOnlyList<ResourceDescriptor> Subject, SlsaProvenance Predicate)
{
    /// <summary>The media type of its JSON (IANA).</summary>
    public const string MediaType = "application/vnd.in-toto+json";

    /// <summary>SLSA provenance v1 (https://slsa.dev/spec/v1.0/provenance).</summary>
    public const string Provenance = "https://slsa.dev/provenance/v1";

    [JsonPropertyName("_type"), JsonPropertyOrder(-2)]
    public string Type { get; init; } = "https://in-toto.io/Statement/v1";

    [JsonPropertyOrder(-1)]
    public string PredicateType { get; init; } = Provenance;
}

/// <summary>How an artefact was built.</summary>
/// <param name="BuildDefinition">Out of what.</param>
/// <param name="RunDetails">By what run.</param>
internal sealed record SlsaProvenance(BuildDefinition BuildDefinition, RunDetails RunDetails);

/// <summary>What a build is made of.</summary>
/// <param name="BuildType">Says what the parameters mean: docs/reference/provenance.md.</param>
/// <param name="ExternalParameters">What whoever asked for the build chose.</param>
/// <param name="InternalParameters">What the build machine chose.</param>
/// <param name="ResolvedDependencies">What went into it.</param>
internal sealed record BuildDefinition(
    string BuildType, ExternalParameters ExternalParameters, IReadOnlyDictionary<string, string> InternalParameters, IReadOnlyList<ResourceDescriptor> ResolvedDependencies);

/// <summary>What whoever asked for the build chose.</summary>
/// <param name="Source">The sources.</param>
/// <param name="Project">The project file, relative to the top of the repository.</param>
/// <param name="Properties">Properties of the build, by name.</param>
internal sealed record ExternalParameters(BuildSource Source, string Project, IReadOnlyDictionary<string, string> Properties);

/// <summary>Where the sources come from.</summary>
/// <param name="Repository">The repository's address; <see langword="null"/> where it is a folder of the machine.</param>
/// <param name="Ref">The branch or tag, in full (<c>refs/heads/main</c>).</param>
/// <param name="Commit">The commit.</param>
/// <param name="UncommittedChanges">Whether the sources differed from the commit; <see langword="null"/> where they did not.</param>
internal sealed record BuildSource(string? Repository, string? Ref, string Commit, bool? UncommittedChanges);

/// <summary>Which run built it.</summary>
internal sealed record RunDetails(Builder Builder, RunMetadata Metadata);

/// <summary>Who answers for the build's having been as it is stated.</summary>
/// <param name="Id">A URI.</param>
internal sealed record Builder(string Id);

/// <summary>The run.</summary>
/// <param name="InvocationId">A URI of the run.</param>
/// <param name="StartedOn">RFC 3339.</param>
/// <param name="FinishedOn">RFC 3339.</param>
internal sealed record RunMetadata(string? InvocationId, string? StartedOn, string? FinishedOn);

/// <summary>A thing by name, address and digest (https://github.com/in-toto/attestation/blob/main/spec/v1/resource_descriptor.md).</summary>
/// <param name="Name">Its name.</param>
/// <param name="Uri">Its address.</param>
/// <param name="Digest">By the algorithm's name.</param>
internal sealed record ResourceDescriptor(string? Name, string? Uri, IReadOnlyDictionary<string, string>? Digest);
