using Ink.Model.Collections;
using Ink.Model.Rules;
using Ink.Model.Specs;
using Ink.Model.Values;

namespace Ink.Model.Resolution;

/// <summary>Resolves a trigger of KEDA.</summary>
internal static class QueueScaleResolver
{
    private const string OwnAuthentication = "TriggerAuthentication";
    private const string ClusterAuthentication = "ClusterTriggerAuthentication";

    public static QueueScaleSpec? Resolve(MergedDeclaration declared, WorkloadSpec workload)
    {
        if (!declared.IsDeclared)
            return null;

        var trigger = declared.Text("Trigger", KubernetesName.IsLabel, RuleCatalogue.InvalidName, value =>
            $"\"{value}\" cannot be a type of trigger. Write KEDA's name for it, such as aws-sqs-queue or rabbitmq.");
        // A worker without work needs no pod; a server without one answers nobody.
        var (min, max) = ScaleResolver.Bounds(declared, lowest: 0, fallback: workload.Kind == WorkloadKind.Web ? workload.Replicas : 0);
        return new QueueScaleSpec(trigger ?? "", min, max, Metadata(declared), Authentication(declared));
    }

    private static EquatableArray<TriggerSetting> Metadata(MergedDeclaration declared)
    {
        var settings = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var text in declared.List("Metadata"))
        {
            var equals = text.IndexOf('=');
            if (equals <= 0 || text.Take(equals).Any(char.IsWhiteSpace))
            {
                // Not the text itself: it may be a credential that somebody took for a setting.
                declared.Report(RuleCatalogue.EmptyArgument, "Metadata", "a setting is not of the form \"key=value\". Write for example \"queueName=orders\".");
                continue;
            }

            var key = text.Substring(0, equals);
            if (settings.ContainsKey(key))
                declared.Report(RuleCatalogue.DuplicateName, "Metadata", $"{key} is set twice. Remove one of the two.");
            settings[key] = text.Substring(equals + 1);
        }

        return settings.Select(pair => new TriggerSetting(pair.Key, pair.Value)).ToEquatableArray();
    }

    private static TriggerAuthenticationReference? Authentication(MergedDeclaration declared)
    {
        var text = declared.Text("Authentication", value => Parse(value) is not null, RuleCatalogue.InvalidName, value =>
            $"\"{value}\" is not the name of a {OwnAuthentication}. Write its name, or {ClusterAuthentication}/name for one of the cluster's.");
        return text is null ? null : Parse(text);
    }

    private static TriggerAuthenticationReference? Parse(string text)
    {
        var slash = text.IndexOf('/');
        var kind = slash < 0 ? OwnAuthentication : text.Substring(0, slash);
        var name = text.Substring(slash + 1);
        return kind is OwnAuthentication or ClusterAuthentication && KubernetesName.IsSubdomain(name)
            ? new TriggerAuthenticationReference(name, kind)
            : null;
    }
}
