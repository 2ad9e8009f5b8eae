namespace Ink.Tasks.Errors;

/// <summary>The codes that git, the GitOps repository and the registry can fail with. Each has a page in docs/rules.</summary>
internal static class ErrorCodes
{
    /// <summary>The registry cannot be reached, or refuses.</summary>
    public const string Registry = "INK4002";

    /// <summary>The GitOps repository cannot be reached, refuses, or was named wrongly.</summary>
    public const string GitOps = "INK4003";

    /// <summary>The GitOps branch moved under every attempt.</summary>
    public const string GitOpsMoving = "INK4004";

    /// <summary>A digest could not be resolved, or an answer about one is malformed.</summary>
    public const string Digest = "INK4006";

    /// <summary>There is no source repository to take a commit from.</summary>
    public const string Source = "INK4009";
}
