using Ink.Model.Collections;
using Ink.Model.Rules;
using Ink.Model.Specs;

namespace Ink.Model.Resolution;

/// <summary>The outcome of resolving a model for one environment.</summary>
/// <param name="Spec">The application; <see langword="null"/> where a finding is an error.</param>
/// <param name="Findings">What is wrong with the declarations, in a fixed order.</param>
public sealed record ResolvedApp(AppSpec? Spec, EquatableArray<Finding> Findings);
