using Ink.Model.Rules;

namespace Ink.Tasks.Errors;

/// <summary>The codes that git, the GitOps repository and the registry can fail with, by what failed; the rules are the catalogue's.</summary>
internal static class ErrorCodes
{
    /// <summary>The registry cannot be reached, or refuses.</summary>
    public static string Registry => RuleCatalogue.RegistryFailed.Id;

    /// <summary>The GitOps repository cannot be reached, refuses, or was named wrongly.</summary>
    public static string GitOps => RuleCatalogue.GitOpsFailed.Id;

    /// <summary>The GitOps branch moved under every attempt.</summary>
    public static string GitOpsMoving => RuleCatalogue.GitOpsKeptMoving.Id;

    /// <summary>A digest could not be resolved, or an answer about one is malformed.</summary>
    public static string Digest => RuleCatalogue.DigestUnresolved.Id;

    /// <summary>There is no source repository to take a commit from.</summary>
    public static string Source => RuleCatalogue.NoRepository.Id;
}
