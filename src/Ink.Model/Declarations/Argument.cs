namespace Ink.Model.Declarations;

/// <summary>One argument as it was written.</summary>
/// <param name="Name">
/// The property's name; a positional argument has its constructor parameter's name in Pascal case (<c>host</c> → <c>Host</c>),
/// a type argument is called <c>Type</c>.
/// </param>
/// <param name="Value">What was written.</param>
public sealed record Argument(string Name, ArgumentValue Value);
