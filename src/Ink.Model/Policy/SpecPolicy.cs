using Ink.Model.Declarations;
using Ink.Model.Resolution;
using Ink.Model.Rules;
using Ink.Model.Specs;

namespace Ink.Model.Policy;

/// <summary>Judges an app before it is rendered, and points at the attribute that says, or should say, what is missing.</summary>
internal sealed class SpecPolicy(DeclarationLayers layers)
{
    private static readonly AttributeKind[] Workloads = [AttributeKind.Worker, AttributeKind.CronJob, AttributeKind.Job];

    public void Judge(AppSpec app, ResolutionContext context, PolicyProfile profile)
    {
        if (profile == PolicyProfile.None)
            return;

        var policy = new PolicyContext(context.IsProduction, profile);
        foreach (var workload in app.Workloads)
        {
            foreach (var breach in PolicyRules.Judge(SpecFacts.Of(workload), policy))
                Report(breach, workload);
        }

        foreach (var breach in SpecFacts.IngressesOf(app).SelectMany(PolicyRules.Judge))
            Report(breach, workload: null);
    }

    // A breach without a hint is one that no attribute can cause: the policy would find it in what a transform or an overlay adds.
    private void Report(Breach breach, WorkloadSpec? workload)
    {
        if (breach.Source is not { } hint)
            return;

        var message = $"{breach.Problem}. {hint.Remedy}";
        var declared = Find(hint, workload);
        // What stands in for a placeholder of the render cannot be judged before.
        if (declared is not null && hint.Argument is not null && !declared.IsExact(hint.Argument))
            return;
        if (declared is { IsDeclared: true })
            declared.Report(breach.Rule, hint.Argument, message, workload?.Name, hint);
        else if (Declaring(workload) is { IsDeclared: true } declaring)
            declaring.Report(breach.Rule, null, message, workload?.Name, hint);
        else
            layers.One(AttributeKind.App).Report(breach.Rule, null, message, workload?.Name, hint);
    }

    private MergedDeclaration? Find(SourceHint hint, WorkloadSpec? workload)
    {
        if (hint.Attribute is not { } kind)
            return Declaring(workload);
        // Either scaler has bounds of the same names.
        if (kind == AttributeKind.Autoscale && layers.One(AttributeKind.QueueScale, workload?.Name) is { IsDeclared: true } queue)
            return queue;
        return kind.Key is { } key
            ? layers.Many(kind, workload?.Name).FirstOrDefault(declared => declared.Text(key) == hint.Key)
            : layers.One(kind, workload?.Name);
    }

    private MergedDeclaration? Declaring(WorkloadSpec? workload) => workload?.Kind switch
    {
        null => null,
        WorkloadKind.Web => layers.One(AttributeKind.Web),
        _ => Workloads.SelectMany(kind => layers.Many(kind)).FirstOrDefault(declared => declared.Layers[0].WorkloadName == workload.Name),
    };
}
