using Ink.Model.Rules;

namespace Ink.Manifests;

/// <summary>An app cannot be rendered. The message lists every reason.</summary>
public sealed class RenderException : Exception
{
    internal RenderException(IReadOnlyList<RenderError> errors, Exception? innerException = null)
        : base(string.Join('\n', errors), innerException) => Errors = errors;

    internal RenderException(Rule rule, string message, Exception? innerException = null)
        : this([new RenderError(rule.Id, message, rule.HelpLink)], innerException)
    {
    }

    /// <summary>The reasons, at least one.</summary>
    public IReadOnlyList<RenderError> Errors { get; }
}
