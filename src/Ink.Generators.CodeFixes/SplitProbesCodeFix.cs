using System.Composition;
using Ink.Generators.CodeFixes.Editing;
using Ink.Generators.Reading;
using Ink.Model.Rules;
using Ink.Model.Specs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Ink.Generators.CodeFixes;

/// <summary>
/// INK1006: gives up the path that readiness and liveness share, so that <c>MapInk()</c> answers each at its own. In an app that does not
/// call it, nothing would answer there.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SplitProbesCodeFix))]
[Shared]
public sealed class SplitProbesCodeFix() : InkCodeFix(RuleCatalogue.EqualProbes)
{
    private protected override FixPlan? Plan(FixTarget target)
    {
        if (target.Site is not { } site || !EndpointCalls.In(target.Model.Compilation).MapsInk)
            return null;
        // Which of the two is no default.
        var name = site.Declaration.TextOf("Live") is { } live && live != HealthPaths.Live ? "Live"
            : site.Declaration.TextOf("Ready") is { } ready && ready != HealthPaths.Ready ? "Ready"
            : null;
        if (name is null || AttributeEdits.Named(site.Syntax, name) is not { } argument)
            return null;
        var answered = name == "Live" ? HealthPaths.Live : HealthPaths.Ready;
        return new FixPlan($"Remove {name}, so that MapInk() answers at {answered}", AttributeEdits.Remove(target.Document, site.Syntax, argument));
    }
}
