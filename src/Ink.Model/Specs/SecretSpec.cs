namespace Ink.Model.Specs;

/// <summary>A secret that External Secrets Operator copies from a store into the app's Secret.</summary>
/// <param name="Name">The environment variable.</param>
/// <param name="From">The key in the store.</param>
/// <param name="Property">A property of the value in the store; <see langword="null"/> for the whole value.</param>
/// <param name="Store">The store; <see langword="null"/> for the app's.</param>
/// <param name="File">Where to mount it as a file; <see langword="null"/> for an environment variable.</param>
public sealed record SecretSpec(string Name, string From, string? Property, string? Store, string? File)
{
    /// <summary>
    /// The key in the app's Secret: the variable's name, unless two workloads fill a variable of one name from different sources.
    /// </summary>
    public string Key { get; init; } = Name;
}
