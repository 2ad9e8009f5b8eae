using System.Text.RegularExpressions;
using Ink.Model.Collections;
using Ink.Model.Rules;
using Ink.Model.Specs;
using Ink.Model.Values;

namespace Ink.Model.Resolution;

/// <summary>What the Argo CD Application is to be: all of it comes from properties, for it is the platform's matter and not the app's.</summary>
internal sealed class ArgoResolver(ResolutionContext context, Placeholders placeholders, FindingCollector findings)
{
    private static readonly Regex SyncOption = new("^[A-Za-z]+=[A-Za-z]+\\z", RegexOptions.CultureInvariant);
    private static readonly Regex Subscription = new("^[A-Za-z0-9-]+\\.[A-Za-z0-9-]+\\z", RegexOptions.CultureInvariant);
    private static readonly Regex Stage = new("^[a-z0-9]([a-z0-9-]*[a-z0-9])?:[a-z0-9]([a-z0-9.-]*[a-z0-9])?\\z", RegexOptions.CultureInvariant);

    public ArgoSpec Resolve()
    {
        var server = context.Setting("InkServer");
        var cluster = server is null ? context.Setting("InkCluster") : null;
        return new ArgoSpec(
            ObjectName(InkProperty.ArgoNamespace, "argocd"),
            ObjectName(InkProperty.ArgoProject, "default"),
            server ?? (cluster is null ? "https://kubernetes.default.svc" : null),
            cluster)
        {
            SyncOptions = List(InkProperty.ArgoSyncOptions).Where(option => IsValid(SyncOption, option, InkProperty.ArgoSyncOptions, "Write Name=value, for example ServerSideApply=true.")).ToEquatableArray(),
            Notifications = List(InkProperty.ArgoNotifications).Select(Notification).OfType<NotificationSpec>().ToEquatableArray(),
            KargoStage = KargoStage(),
        };
    }

    private string? KargoStage()
    {
        if (context.Setting(InkProperty.KargoStage) is not { } text)
            return null;
        var stage = Expand(text, InkProperty.KargoStage);
        return IsValid(Stage, stage, InkProperty.KargoStage, "Write project:stage, for example shop:{environment}.") ? stage : null;
    }

    // "on-sync-failed.slack=team-shop"
    private NotificationSpec? Notification(string text)
    {
        var parts = text.Split(['='], 2);
        if (!IsValid(Subscription, parts[0], InkProperty.ArgoNotifications, "Write trigger.service=recipient, for example on-sync-failed.slack=team-shop."))
            return null;
        return new NotificationSpec(parts[0], parts.Length == 2 ? parts[1].Trim() : "");
    }

    private IEnumerable<string> List(string property) =>
        Expand(context.Setting(property) ?? "", property).Split(';').Select(item => item.Trim()).Where(item => item.Length > 0);

    private string Expand(string text, string property)
    {
        var expanded = placeholders.Expand(text);
        if (expanded.Unknown is { } unknown)
            findings.Add(RuleCatalogue.UnknownPlaceholder, $"{property}: {placeholders.Explain(unknown)}");
        return expanded.Text;
    }

    private bool IsValid(Regex form, string value, string property, string remedy)
    {
        if (form.IsMatch(value))
            return true;
        findings.Add(RuleCatalogue.InvalidMetadata, $"{property}: \"{value}\" has not the form that it needs. {remedy}");
        return false;
    }

    private string ObjectName(string property, string fallback)
    {
        var name = context.Setting(property) ?? fallback;
        if (!KubernetesName.IsSubdomain(name))
            findings.Add(RuleCatalogue.InvalidName, $"{property}: \"{name}\" cannot be the name of a Kubernetes object. Write lower-case letters, digits, '-' and '.'.");
        return name;
    }
}
