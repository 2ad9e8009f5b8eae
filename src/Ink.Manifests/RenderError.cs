namespace Ink.Manifests;

/// <summary>One reason why an app cannot be rendered.</summary>
/// <param name="Code">The rule's id, <c>INKnnnn</c>.</param>
/// <param name="Message">What is wrong, where, and what to do about it.</param>
/// <param name="HelpLink">The page about the rule.</param>
public sealed record RenderError(string Code, string Message, string HelpLink)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Code}: {Message}";
}
