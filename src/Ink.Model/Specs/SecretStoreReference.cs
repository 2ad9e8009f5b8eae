namespace Ink.Model.Specs;

/// <summary>A store of External Secrets Operator.</summary>
/// <param name="Name">The store's name.</param>
/// <param name="Kind"><c>ClusterSecretStore</c> or <c>SecretStore</c>.</param>
public sealed record SecretStoreReference(string Name, string Kind);
