using Ink.Model.Rules;

namespace Ink.Tasks.GitOps.Planning;

/// <summary>What a person should know of a push that has landed.</summary>
/// <param name="Rule">Its rule.</param>
/// <param name="Text">What is the matter, ready to be shown.</param>
internal sealed record GitOpsWarning(Rule Rule, string Text);
