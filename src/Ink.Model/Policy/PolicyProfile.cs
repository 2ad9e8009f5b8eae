namespace Ink.Model.Policy;

/// <summary>How strict the policy is: the values of <c>InkPolicy</c>.</summary>
public enum PolicyProfile
{
    /// <summary>Every rule with the severity of the catalogue; the Pod Security Standard "baseline".</summary>
    Baseline,

    /// <summary>Warnings are errors, infos are warnings; the Pod Security Standard "restricted".</summary>
    Strict,

    /// <summary>Nothing is judged but what cannot be rendered or deployed at all.</summary>
    None,
}
