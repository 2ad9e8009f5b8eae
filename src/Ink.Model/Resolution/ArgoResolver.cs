using System.Text.RegularExpressions;
using Ink.Model.Collections;
using Ink.Model.Rules;
using Ink.Model.Specs;

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
            ObjectNames.Of(context, InkProperty.ArgoNamespace, "argocd", findings),
            ObjectNames.Of(context, InkProperty.ArgoProject, "default", findings),
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
        var stage = placeholders.ExpandProperty(InkProperty.KargoStage, text, findings).Text;
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
        placeholders.ExpandProperty(property, context.Setting(property) ?? "", findings).Text.Split(';').Select(item => item.Trim()).Where(item => item.Length > 0);

    private bool IsValid(Regex form, string value, string property, string remedy)
    {
        if (form.IsMatch(value))
            return true;
        findings.Add(RuleCatalogue.InvalidMetadata, $"{property}: \"{value}\" has not the form that it needs. {remedy}");
        return false;
    }
}
