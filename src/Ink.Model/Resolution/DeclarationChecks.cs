using Ink.Model.Declarations;
using Ink.Model.Rules;
using Ink.Model.Values;

namespace Ink.Model.Resolution;

/// <summary>What can be said of declarations one by one, whatever they mean.</summary>
internal static class DeclarationChecks
{
    private static readonly string[] HasFreeValue =
        [AttributeKind.EnvironmentVariable.Name, AttributeKind.Label.Name, AttributeKind.Annotation.Name];

    public static void Run(AppModel model, ResolutionContext context, FindingCollector findings)
    {
        if (!KubernetesName.IsLabel(context.Environment))
            findings.Add(RuleCatalogue.InvalidName, $"InkEnvironments: {LabelAdvice.For(context.Environment)}");

        VolumeChecks.Run(model, findings);
        var workloads = WorkloadNames(model);
        var jobs = new HashSet<string>(model.Declarations.Where(IsJob).Select(declaration => declaration.WorkloadName), StringComparer.Ordinal);
        foreach (var declaration in model.Declarations)
        {
            CheckEnvironment(declaration, context, findings);
            CheckWorkload(declaration, workloads, findings);
            CheckRunning(declaration, jobs, findings);
            if (declaration.Environment is null || declaration.Environment == context.Environment)
            {
                CheckRequired(declaration, findings);
                CheckTexts(declaration, findings);
                SuppressionChecks.Run(declaration, findings);
            }
        }
    }

    private static HashSet<string> WorkloadNames(AppModel model)
    {
        var declared = model.Declarations
            .Where(declaration => AttributeKind.Find(declaration.Attribute) is { IsWorkload: true })
            .ToList();
        var names = new HashSet<string>(declared.Select(declaration => declaration.WorkloadName), StringComparer.Ordinal);

        // The default workload exists wherever nothing is declared, which may be so in some environments only.
        if (declared.All(declaration => declaration.Environment is not null || !WorkloadResolver.ReplacesDefault(declaration.Attribute, model)))
            names.Add(model.IsAspNetCore ? WorkloadResolver.DefaultWeb : WorkloadResolver.DefaultWorker);
        return names;
    }

    private static void CheckEnvironment(Declaration declaration, ResolutionContext context, FindingCollector findings)
    {
        if (declaration.Environment is not { } environment || context.KnownEnvironments.Count == 0 || context.KnownEnvironments.Contains(environment))
            return;

        findings.Add(
            RuleCatalogue.UnknownEnvironment,
            $"{declaration.Display}: the environment \"{environment}\" is not declared, so this never applies. Declared are {string.Join(", ", context.KnownEnvironments)}; add it to the InkEnvironments items or correct the name.",
            declaration,
            "Environment");
    }

    private static void CheckWorkload(Declaration declaration, HashSet<string> workloads, FindingCollector findings)
    {
        if (declaration.Workload is not { } workload)
            return;

        if (AttributeKind.Find(declaration.Attribute) is { IsPerWorkload: false })
        {
            findings.Add(
                RuleCatalogue.NoEffect,
                $"{declaration.Display} cannot be limited to a workload, so with Workload = \"{workload}\" it never applies. Remove Workload.",
                declaration,
                "Workload");
            return;
        }

        if (workloads.Contains(workload))
            return;

        findings.Add(
            RuleCatalogue.NoEffect,
            $"{declaration.Display}: there is no workload \"{workload}\", so this never applies. There are {string.Join(", ", workloads.OrderBy(name => name, StringComparer.Ordinal))}; correct the name, or declare the workload.",
            declaration,
            "Workload");
    }

    private static bool IsJob(Declaration declaration) =>
        declaration.Attribute == AttributeKind.CronJob.Name || declaration.Attribute == AttributeKind.Job.Name;

    // What a workload that runs to its end never is.
    private static string? NeverDoneToJobs(string attribute) => attribute switch
    {
        "Health" => "probed",
        "Autoscale" or "QueueScale" => "scaled",
        "Metrics" => "scraped",
        _ => null,
    };

    private static void CheckRunning(Declaration declaration, HashSet<string> jobs, FindingCollector findings)
    {
        if (NeverDoneToJobs(declaration.Attribute) is not { } done || declaration.Workload is not { } workload || !jobs.Contains(workload))
            return;

        findings.Add(
            RuleCatalogue.NoEffect,
            $"{declaration.Display}: \"{workload}\" runs to its end and is never {done}, so this has no effect. Remove it.",
            declaration,
            "Workload");
    }

    private static void CheckRequired(Declaration declaration, FindingCollector findings)
    {
        foreach (var name in AttributeKind.Find(declaration.Attribute)?.Required ?? [])
        {
            var isNamedByType = name == "Name" && declaration.TextOf("Type") is not null;
            if (declaration.TextOf(name) is null && !isNamedByType)
                findings.Add(RuleCatalogue.EmptyArgument, $"[{declaration.Attribute}] {name} is missing. Write a value.", declaration, name);
        }
    }

    private static void CheckTexts(Declaration declaration, FindingCollector findings)
    {
        var required = AttributeKind.Find(declaration.Attribute)?.Required ?? [];
        foreach (var argument in declaration.Arguments)
        {
            // An empty value is a value: it is how a variable is switched off, and labels are asked for by their key alone.
            var mayBeEmpty = argument.Name == "Value" && HasFreeValue.Contains(declaration.Attribute);
            if (mayBeEmpty || argument.Value is not ArgumentValue.Text text || !string.IsNullOrWhiteSpace(text.Value))
                continue;
            var isNeeded = required.Contains(argument.Name) && declaration.TextOf("Type") is null;
            var remedy = isNeeded ? "Write a value." : "Write a value, or leave the argument out.";
            findings.Add(RuleCatalogue.EmptyArgument, $"[{declaration.Attribute}] {argument.Name} is empty. {remedy}", declaration, argument.Name);
        }
    }
}
