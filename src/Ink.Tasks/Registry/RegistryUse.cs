namespace Ink.Tasks.Registry;

/// <summary>What a registry is to this call; the .NET SDK has variables of its own for each.</summary>
internal enum RegistryUse
{
    /// <summary>The registry that images are pushed to, which is also asked what it holds.</summary>
    Push,

    /// <summary>Another registry, that an image only comes from.</summary>
    Pull,

    /// <summary>The registry that images are pushed to, when one comes from there.</summary>
    PullFromPushed,
}
