using System.Collections.Immutable;
using Ink.Generators.Reading;
using Ink.Model.Policy;
using Ink.Model.Policy.Judgements;
using Ink.Model.Resolution;
using Ink.Model.Rules;
using Ink.Model.Values;
using Microsoft.CodeAnalysis;

namespace Ink.Generators.Analysis;

/// <summary>Everything there is to say about the attributes of one compilation.</summary>
internal static class AttributeDiagnostics
{
    /// <summary>The key, in a diagnostic's properties, of the name of the argument it is about.</summary>
    public const string ArgumentProperty = "Argument";

    /// <summary>The key of the name of the attribute.</summary>
    public const string AttributeProperty = "Attribute";

    /// <summary>The key of the names of the arguments that nobody wrote, joined with commas; empty where what was written is wrong.</summary>
    public const string MissingProperty = "Missing";

    public static IEnumerable<Diagnostic> Of(Compilation compilation, BuildSettings settings)
    {
        if (!settings.IsApp(ProjectShape.IsLibraryOf(compilation)))
            return AttributeSite.In(compilation).Select(site => NoEffect(site, settings));
        return Findings(ResolvedSource.Of(compilation, settings), settings, compilation);
    }

    private static Diagnostic NoEffect(AttributeSite site, BuildSettings settings)
    {
        var project = settings.ProjectKind switch
        {
            "Test" => "a test project is not deployed",
            "Platform" => "a platform project describes clusters, not an app",
            _ => "a library is not deployed",
        };
        return Report(RuleCatalogue.NoEffect, site, null, $"{site.Declaration.Display} has no effect: {project}. Move it to the project of the service, or remove it.");
    }

    private static Finding? WrongType(AttributeSite site, Compilation compilation) =>
        site.Type is { } type && RoleType.Problem(site.Declaration.Attribute, type, compilation) is { } problem
            ? new Finding(RuleCatalogue.WrongType, $"{site.Declaration.Display} cannot run {type.Name}: {problem}", site.Declaration, DeclarationReader.TypeArgument)
            : null;

    // A finding without a declaration is about what nobody wrote, or about a project property: the tasks report the latter, for there
    // is no place for it in source.
    private static IEnumerable<Diagnostic> Findings(ResolvedSource source, BuildSettings settings, Compilation compilation)
    {
        var wrongTypes = source.Sites.Select(site => WrongType(site, compilation)).OfType<Finding>().ToList();
        return
            from finding in source.Find(app => app.Findings.Concat(ResolvedSource.Weigh(app, [.. wrongTypes, .. UnmappedProbes.In(app, source), .. RootImage(app, settings)])))
            let site = SiteOf(finding, source.Sites)
            let location = site?.LocationOf(finding.Argument) ?? (finding.Workload is null ? null : ProgramStart.Of(compilation))
            where location is not null
            select Report(finding.Rule, location, site?.Declaration.Attribute, finding.Argument, finding.Message, finding.Severity, finding.Hint);
    }

    // A property, but one that the tasks never see: it is the SDK that makes the image.
    private static IEnumerable<Finding> RootImage(ResolvedApp app, BuildSettings settings) =>
        settings.ContainerUser is { } user && RootUser.IsRoot(user) && app.Draft.Workloads is [{ Name: var workload }, ..]
            ? [new Finding(RuleCatalogue.RootUser, $"ContainerUser is \"{user}\", so the image runs as root wherever nobody says otherwise. Remove the property: the base images bring the user app, {ImageUser.Id}.", Workload: workload)]
            : [];

    // By reference: of two attributes that say the same, the finding means one.
    private static AttributeSite? SiteOf(Finding finding, IReadOnlyList<AttributeSite> sites) =>
        finding.Declaration is { } declaration ? sites.FirstOrDefault(site => ReferenceEquals(site.Declaration, declaration)) : null;

    private static Diagnostic Report(Rule rule, AttributeSite site, string? argument, string message) =>
        Report(rule, site.LocationOf(argument), site.Declaration.Attribute, argument, message, rule.Severity);

    private static Diagnostic Report(Rule rule, Location location, string? attribute, string? argument, string message, RuleSeverity severity, SourceHint? hint = null) => Descriptors.Report(
        rule,
        location,
        severity,
        message,
        ImmutableDictionary<string, string?>.Empty.Add(ArgumentProperty, argument).Add(AttributeProperty, attribute).Add(MissingProperty, string.Join(",", hint?.Missing ?? default)));
}
