using Ink.Tasks.Registry;

namespace Ink.Tasks.Images;

/// <summary>What a registry made of a manifest.</summary>
internal abstract record PutOutcome
{
    /// <summary>It is there.</summary>
    public sealed record Done : PutOutcome;

    /// <summary>It asked who we are, and knows now.</summary>
    public sealed record Again : PutOutcome;

    /// <summary>It cannot at the moment.</summary>
    public sealed record Busy(RegistryError Error) : PutOutcome;

    /// <summary>It will not: the tag is immutable, or we may not push.</summary>
    public sealed record Refused(RegistryError Error) : PutOutcome;
}
