using System.Collections.Immutable;
using Ink.Generators.Analysis;
using Ink.Generators.Reading;
using Ink.Model.Collections;
using Ink.Model.Declarations;
using Ink.Model.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Ink.Generators.Rules;

/// <summary>What the compiler makes of Ink's rules in a project, as the model carries it to the targets.</summary>
/// <param name="Project">In the file where the program begins, or where attributes stand: the project's word.</param>
/// <param name="Start">What differs from that at the place where the program begins.</param>
/// <param name="Places">What differs from that at attributes.</param>
/// <param name="WarningsAsErrors">Whether warnings are errors in general.</param>
internal sealed record RecordedRules(
    EquatableArray<RuleSetting> Project, EquatableArray<RuleSetting> Start, EquatableArray<Declaration> Places, bool WarningsAsErrors)
{
    // These are about files that are not compiled, which no section of .editorconfig for source speaks of.
    private static readonly Rule[] OtherFiles = [RuleCatalogue.SecretInSettings, RuleCatalogue.SecretInProject];

    private static readonly RecordedRules None = new(default, default, default, WarningsAsErrors: false);

    public static RecordedRules Of(Compilation compilation, AnalyzerConfigOptionsProvider config)
    {
        if (!InkAttributes.AreIn(compilation))
            return None;

        var sites = AttributeSite.In(compilation);
        var start = ProgramStart.Of(compilation);
        var probe = new RuleProbe(compilation, config);
        var general = compilation.Options.GeneralDiagnosticOption;
        var file = start?.SourceTree ?? sites.Select(site => site.Syntax.SyntaxTree).FirstOrDefault() ?? compilation.SyntaxTrees.FirstOrDefault();
        var ofOtherFiles = probe.At(Location.None);
        var project = OfFile(probe, file).Select((verdict, i) => OtherFiles.Contains(RuleCatalogue.All[i]) ? ofOtherFiles[i] : verdict).ToImmutableArray();
        return new RecordedRules(
            Settings(project, general),
            start is not null && (HasPragmas(start.SourceTree!) || !IsTopLevel(start)) ? Differences(probe.At(start), project, general) : default,
            PlacesOf(sites, file, location => Differences(probe.At(location), project, general)),
            general == ReportDiagnostic.Error);
    }

    /// <summary>The model with what is recorded.</summary>
    public AppModel AddTo(AppModel model)
    {
        var declarations = model.Declarations.ToList();
        foreach (var place in Places)
        {
            // Of two attributes that say the same, either will do: a rule is about both.
            var index = declarations.IndexOf(place with { Rules = default });
            if (index >= 0)
                declarations[index] = place;
        }

        return model with { Declarations = declarations.ToEquatableArray(), Rules = Project, Start = Start, WarningsAsErrors = WarningsAsErrors };
    }

    // Asked at the end of the file, which belongs to no type that could suppress anything. What is off there because of a pragma that
    // nobody takes back is on at the beginning.
    private static ImmutableArray<Verdict> OfFile(RuleProbe probe, SyntaxTree? tree)
    {
        if (tree is null)
            return probe.At(Location.None);
        var end = probe.At(Location.Create(tree, new TextSpan(tree.Length, 0)));
        if (!HasPragmas(tree) || !end.Contains(Verdict.Silent))
            return end;
        var beginning = probe.At(Location.Create(tree, new TextSpan(0, 0)));
        return [.. end.Zip(beginning, (last, first) => last == Verdict.Silent ? first : last)];
    }

    private static EquatableArray<Declaration> PlacesOf(IReadOnlyList<AttributeSite> sites, SyntaxTree? file, Func<Location, EquatableArray<RuleSetting>> differences) => sites
        .Where(site => site.Syntax.SyntaxTree != file || HasPragmas(site.Syntax.SyntaxTree))
        .Select(site => site.Declaration with { Rules = differences(site.Syntax.GetLocation()) })
        .Where(declaration => declaration.Rules.Count > 0)
        .OrderBy(ModelJson.Write, StringComparer.Ordinal)
        .ToEquatableArray();

    private static EquatableArray<RuleSetting> Settings(ImmutableArray<Verdict> verdicts, ReportDiagnostic general) =>
        RuleCatalogue.All.Select((rule, i) => verdicts[i].ToSetting(rule, general)).OfType<RuleSetting>().ToEquatableArray();

    private static EquatableArray<RuleSetting> Differences(ImmutableArray<Verdict> here, ImmutableArray<Verdict> project, ReportDiagnostic general) => RuleCatalogue.All
        .Select((rule, i) => here[i] == project[i] ? null : here[i].ToSetting(rule, general) ?? here[i].ToSettingOfItsOwn(rule))
        .OfType<RuleSetting>()
        .ToEquatableArray();

    private static bool HasPragmas(SyntaxTree tree) =>
        tree.GetRoot() is CompilationUnitSyntax { ContainsDirectives: true } root && root.ContainsDirective(SyntaxKind.PragmaWarningDirectiveTrivia);

    private static bool IsTopLevel(Location start) => start.SourceTree!.GetRoot().FindNode(start.SourceSpan).FirstAncestorOrSelf<GlobalStatementSyntax>() is not null;
}
