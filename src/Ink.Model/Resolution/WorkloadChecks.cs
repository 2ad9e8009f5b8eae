using Ink.Model.Declarations;
using Ink.Model.Rules;
using Ink.Model.Specs;
using Ink.Model.Values;

namespace Ink.Model.Resolution;

/// <summary>What can be wrong with the names of workloads.</summary>
internal static class WorkloadChecks
{
    public static void CheckName(MergedDeclaration declaration, WorkloadKind kind, string name, string objectName)
    {
        var isCron = kind == WorkloadKind.CronJob;
        var longest = isCron ? KubernetesName.MaxCronJobLength : KubernetesName.MaxLabelLength;
        if (!KubernetesName.IsLabel(name))
        {
            var reason = name.IndexOf('{') < 0 ? "" : " Placeholders do not work here: the name is compiled into the app.";
            declaration.Report(RuleCatalogue.InvalidName, "Name", $"the workload's name {LabelAdvice.For(name)}{reason}");
        }
        else if (objectName.Length > longest && kind != WorkloadKind.Web)
        {
            var reason = isCron ? " for a cron job, whose runs get a longer name each" : "";
            // The worker of an app that declares none is called after the app alone.
            var (place, remedy) = declaration.IsDeclared ? ("", "the app's or the workload's name") : ($"{InkProperty.AppName}: ", "the app's name");
            declaration.Report(RuleCatalogue.InvalidName, "Name", $"{place}\"{objectName}\" has {objectName.Length} characters; {longest} are allowed{reason}. Shorten {remedy}.");
        }
    }

    public static void CheckUnique(WorkloadSpec? web, IReadOnlyList<(WorkloadKind Kind, MergedDeclaration Declaration)> named)
    {
        var taken = new Dictionary<string, string>(StringComparer.Ordinal);
        if (web is not null)
            taken[web.Name] = "the web workload";
        foreach (var (kind, declaration) in named)
        {
            var name = declaration.Layers[0].WorkloadName;
            if (taken.TryGetValue(name, out var other))
                declaration.Report(RuleCatalogue.DuplicateName, "Name", $"{other} is called \"{name}\" already. Give one of them a name of its own.");
            else
                taken[name] = $"a {Noun(kind)}";

            // One image serves every environment, so a role runs the same code in all of them.
            var types = declaration.Layers.Select(layer => layer.TextOf("Type")).Where(type => type is not null).Distinct().ToList();
            if (types.Count > 1)
                declaration.Report(RuleCatalogue.DuplicateName, "Type", $"the {Noun(kind)} \"{name}\" is {TypeName.Simple(types[0]!)} already. Give one of them a name of its own.");
        }
    }

    private static string Noun(WorkloadKind kind) => kind switch
    {
        WorkloadKind.CronJob => "cron job",
        WorkloadKind.Job => "job",
        _ => "worker",
    };
}
