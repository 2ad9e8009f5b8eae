using System.Globalization;
using Ink.Model.Collections;
using Ink.Model.Declarations;
using Ink.Model.Policy;
using Ink.Model.Rules;

namespace Ink.Model.Resolution;

/// <summary>
/// The same declaration in all its layers, the more specific over the less specific, argument by argument. Texts come out expanded;
/// what is wrong with an argument is reported against the attribute that wrote it.
/// </summary>
internal sealed class MergedDeclaration(AttributeKind kind, Placeholders placeholders, FindingCollector findings)
{
    private readonly List<Declaration> _layers = [];

    public AttributeKind Kind { get; } = kind;

    /// <summary>Whether anything was written at all.</summary>
    public bool IsDeclared => _layers.Count > 0;

    /// <summary>The layers, the least specific first.</summary>
    public IReadOnlyList<Declaration> Layers => _layers;

    public void Add(Declaration layer) => _layers.Add(layer);

    public string? Text(string name) => Expand(name)?.Text;

    public int? Number(string name) => (Find(name)?[name] as ArgumentValue.Number)?.Value;

    public bool? Flag(string name) => (Find(name)?[name] as ArgumentValue.Flag)?.Value;

    public EquatableArray<string> List(string name) =>
        Find(name)?[name] is ArgumentValue.List list
            ? list.Values.Select(item => Expand(item, name).Text).ToEquatableArray()
            : default;

    /// <summary>The text where it passes <paramref name="isValid"/>; else reports and gives <see langword="null"/>.</summary>
    public string? Text(string name, Func<string, bool> isValid, Rule rule, Func<string, string> message)
    {
        var expanded = Expand(name);
        if (expanded is null || !expanded.IsExact || isValid(expanded.Text))
            return expanded?.Text;
        Report(rule, name, message(expanded.Text));
        return null;
    }

    /// <summary>The number where it lies within the bounds; else reports and gives <see langword="null"/>.</summary>
    public int? Number(string name, int min, int max, Rule rule, string remedy)
    {
        var number = Number(name);
        if (number is null || (number >= min && number <= max))
            return number;
        Report(rule, name, $"{number.Value.ToString(CultureInfo.InvariantCulture)} is not valid. {remedy}");
        return null;
    }

    /// <summary>The text as it was written, for names that are compiled into the app and so take no placeholders.</summary>
    public string? Raw(string name) => Find(name)?.TextOf(name);

    /// <summary>
    /// A setting that the argument or a property gives, by the order of precedence. What does not pass is reported against the one
    /// that gave it, and returned all the same, since other messages want to name it.
    /// </summary>
    public string? Setting(
        ResolutionContext context, string argument, string property, Func<string, bool> isValid, Rule rule, Func<string, string> message)
    {
        var written = Expand(argument);
        if (context.Setting(property, written?.Text) is not { } value)
            return null;

        var expanded = value == written?.Text ? written : placeholders.Expand(value);
        if (expanded != written && expanded.Unknown is { } unknown)
            findings.Add(RuleCatalogue.UnknownPlaceholder, $"{property}: {placeholders.Explain(unknown)}");
        if (expanded.IsExact && !isValid(expanded.Text))
            ReportSetting(argument, property, expanded.Text, rule, message(expanded.Text));
        return expanded.Text;
    }

    /// <summary>The same of a number: where it is none within the bounds, reports and gives <see langword="null"/>.</summary>
    public int? NumberSetting(ResolutionContext context, string argument, string property, int min, int max, Rule rule, string remedy)
    {
        return context.Override(property) is { } value ? Read(value)
            : Find(argument) is not null ? Number(argument, min, max, rule, remedy)
            : context.Default(property) is { } fallback ? Read(fallback)
            : null;

        int? Read(string text)
        {
            if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= min && number <= max)
                return number;
            findings.Add(rule, $"{property}: \"{text}\" is not valid. {remedy}");
            return null;
        }
    }

    /// <summary>The same of a switch.</summary>
    public bool? FlagSetting(ResolutionContext context, string argument, string property)
    {
        return context.Override(property) is { } value ? Read(value)
            : Flag(argument) ?? (context.Default(property) is { } fallback ? Read(fallback) : null);

        bool? Read(string text)
        {
            if (bool.TryParse(text, out var flag))
                return flag;
            findings.Add(RuleCatalogue.EmptyArgument, $"{property}: \"{text}\" is neither true nor false. Write one of the two.");
            return null;
        }
    }

    /// <summary>Reports against the argument where it gave the value, else against the property.</summary>
    public void ReportSetting(string argument, string property, string value, Rule rule, string message)
    {
        if (Text(argument) == value)
            Report(rule, argument, message);
        else
            findings.Add(rule, $"{property}: {message}");
    }

    /// <summary>Whether the text is free of stand-ins for placeholders that only the render knows.</summary>
    public bool IsExact(string name) => Expand(name)?.IsExact ?? true;

    /// <summary>
    /// Reports against the attribute that wrote the argument, else the most specific one, else nothing (a default is at fault). What
    /// nobody wrote is reported against the least specific one: written there, it is said once for all that lies above.
    /// </summary>
    public void Report(Rule rule, string? argument, string message, string? workload = null, SourceHint? hint = null)
    {
        // That it is empty has been said already (DeclarationChecks); what follows from it is noise.
        if (argument is not null && Raw(argument) is { } written && string.IsNullOrWhiteSpace(written))
            return;
        var other = hint is { Missing.Count: > 0 } ? _layers.FirstOrDefault() : _layers.LastOrDefault();
        if (((argument is null ? null : Find(argument)) ?? other) is not { } declaration)
        {
            findings.Add(rule, message, workload: workload, hint: hint);
            return;
        }

        var place = argument is null || argument == Kind.Key ? declaration.Display : $"{declaration.Display} {argument}";
        findings.Add(rule, $"{place}: {message}", declaration, argument, workload, hint);
    }

    private Declaration? Find(string name) => _layers.FindLast(layer => layer[name] is not null);

    private Expanded? Expand(string name) => Find(name)?.TextOf(name) is { } text ? Expand(text, name) : null;

    private Expanded Expand(string text, string name)
    {
        var expanded = placeholders.Expand(text);
        if (expanded.Unknown is { } unknown)
            Report(RuleCatalogue.UnknownPlaceholder, name, placeholders.Explain(unknown));
        return expanded;
    }
}
