namespace Ink.Manifests.Secrets;

/// <summary>The desired state of an <see cref="ExternalSecret"/>.</summary>
public sealed record ExternalSecretSpec
{
    /// <summary>How often the store is read, as a Go duration (<c>1h0m0s</c>).</summary>
    public required string RefreshInterval { get; init; }

    /// <summary>The store of all entries that name no other.</summary>
    public required SecretStoreRef SecretStoreRef { get; init; }

    /// <summary>The Secret to write.</summary>
    public required ExternalSecretTarget Target { get; init; }

    /// <summary>The entries of the Secret.</summary>
    public required IReadOnlyList<ExternalSecretData> Data { get; init; }
}

/// <summary>A store.</summary>
/// <param name="Name">The store's name.</param>
/// <param name="Kind"><c>ClusterSecretStore</c> or <c>SecretStore</c>.</param>
public sealed record SecretStoreRef(string Name, string Kind);

/// <summary>The Secret that is written.</summary>
/// <param name="Name">Its name.</param>
/// <param name="CreationPolicy"><c>Owner</c>: made by the operator, and deleted with the ExternalSecret.</param>
/// <param name="DeletionPolicy"><c>Retain</c>: kept when the value is gone from the store.</param>
public sealed record ExternalSecretTarget(string Name, string CreationPolicy, string DeletionPolicy);

/// <summary>An entry of the Secret.</summary>
/// <param name="SecretKey">Its key in the Secret.</param>
/// <param name="RemoteRef">Where the value is.</param>
/// <param name="SourceRef">A store of its own; <see langword="null"/> for that of the spec.</param>
public sealed record ExternalSecretData(string SecretKey, RemoteReference RemoteRef, SecretSource? SourceRef = null);

/// <summary>Where an entry comes from, where that is not the store of the spec.</summary>
/// <param name="StoreRef">The store.</param>
public sealed record SecretSource(SecretStoreRef StoreRef);

/// <summary>
/// A value in a store. The three policies hold the operator's defaults; they are written because the operator writes them into the
/// cluster's object, which Argo CD would otherwise report as a difference for ever.
/// </summary>
/// <param name="Key">The key in the store.</param>
/// <param name="Property">A property of a structured value; <see langword="null"/> for the whole value.</param>
/// <param name="ConversionStrategy">How keys that a Secret cannot hold are converted.</param>
/// <param name="DecodingStrategy">How the value is decoded.</param>
/// <param name="MetadataPolicy">Whether the value or its metadata is fetched.</param>
public sealed record RemoteReference(
    string Key,
    string? Property = null,
    string ConversionStrategy = "Default",
    string DecodingStrategy = "None",
    string MetadataPolicy = "None");
