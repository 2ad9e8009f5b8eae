using System.Text.RegularExpressions;
using Ink.Model.Collections;
using Ink.Model.Declarations;
using Ink.Model.Policy;
using Ink.Model.Rules;
using Ink.Model.Specs;
using Ink.Model.Values;

namespace Ink.Model.Resolution;

/// <summary>Turns what was written into what it means in one environment.</summary>
public static class AppResolver
{
    private const string ClusterSecretStore = "ClusterSecretStore";

    private static readonly Regex RoleArn = new("^arn:aws[a-z-]*:iam::[0-9]{12}:role/[A-Za-z0-9_+=,.@/-]+\\z", RegexOptions.CultureInvariant);

    /// <summary>Resolves <paramref name="model"/> for the environment of <paramref name="context"/>; never throws on bad input.</summary>
    public static ResolvedApp Resolve(AppModel model, ResolutionContext context)
    {
        var findings = new FindingCollector();
        var placeholders = new Placeholders(context);
        var layers = new DeclarationLayers(model, context, placeholders, findings);
        DeclarationChecks.Run(model, context, findings);

        var app = layers.One(AttributeKind.App);
        var names = new NameResolver(context, app, findings);
        var name = names.App(model.Assembly);
        placeholders.Set("app", name);
        var targetNamespace = names.Namespace(name);
        placeholders.Set("namespace", targetNamespace);

        var workloads = SecretResolver.WithKeys(new WorkloadResolver(model, context, layers, findings).Resolve(name));
        if (workloads.Any(workload => workload.Kind == WorkloadKind.Web || workload.Metrics is not null || workload.IsStateful))
            names.CheckService(name);
        var spec = new AppSpec
        {
            Name = name,
            Environment = context.Environment,
            Namespace = targetNamespace,
            Team = LabelValue(app, context, "Team", InkProperty.Team),
            PartOf = LabelValue(app, context, "PartOf", InkProperty.PartOf) ?? name,
            Description = app.Text("Description"),
            IamRole = IamRole(layers.One(AttributeKind.IamRole), context),
            Workloads = workloads,
            Ingresses = IngressResolver.Resolve(layers, context, workloads),
            Routes = RouteResolver.Resolve(layers, context, workloads),
            Labels = new MetadataResolver(layers).Labels(),
            Annotations = new MetadataResolver(layers).Annotations(),
            Secrets = SecretResolver.All(workloads),
            SecretStore = SecretStore(context, findings),
            SecretRefreshInterval = SecretResolver.RefreshInterval(context, findings),
            Argo = new ArgoResolver(context, placeholders, findings).Resolve(),
        };
        var settings = RuleSettings.Of(model, PolicyProfiles.Of(context, findings));
        new SpecPolicy(layers).Judge(spec, context, settings.Profile);
        return Conclude(spec, findings, settings, Suppressions.Of(model, context.Environment, context.Today));
    }

    private static ResolvedApp Conclude(AppSpec spec, FindingCollector findings, RuleSettings settings, Suppressions suppressions)
    {
        var all = findings.ToSorted(settings);
        var shown = all.Where(finding => finding.Severity != RuleSeverity.None).ToList();
        var left = shown.Where(finding => !suppressions.Suppress(finding)).Select(finding => WithEnd(finding, suppressions)).ToEquatableArray();
        return new ResolvedApp(left.Any(finding => finding.Severity == RuleSeverity.Error) ? null : spec, left)
        {
            Draft = spec,
            Settings = settings,
            Suppressions = suppressions with
            {
                Silenced = all.Where(settings.IsOffAtPlace).Select(Silenced).Except(shown.Select(Silenced)).ToEquatableArray(),
            },
            Suppressed = shown.Where(suppressions.Suppress).ToEquatableArray(),
        };
    }

    private static SilencedRule Silenced(Finding finding) => new(finding.Rule.Id, finding.Subject);

    private static Finding WithEnd(Finding finding, Suppressions suppressions) =>
        suppressions.EndOf(finding.Rule, finding.Subject) is { } end
            ? finding with { Message = Suppressions.Ended(finding.Message, end) }
            : finding;

    private static string? LabelValue(MergedDeclaration app, ResolutionContext context, string argument, string property) =>
        app.Setting(context, argument, property, KubernetesName.IsLabelValue, RuleCatalogue.InvalidMetadata, value =>
            $"\"{value}\" cannot be the value of a label: letters, digits, '-', '_' and '.', 63 at most, a letter or digit at both ends.");

    private static string? IamRole(MergedDeclaration role, ResolutionContext context) =>
        role.Setting(context, "Arn", InkProperty.IamRole, RoleArn.IsMatch, RuleCatalogue.InvalidMetadata, value =>
            $"\"{value}\" is not the ARN of an IAM role. Write arn:aws:iam::<12 digits>:role/<name>.");

    private static SecretStoreReference SecretStore(ResolutionContext context, FindingCollector findings)
    {
        var kind = context.Setting(InkProperty.SecretStoreKind) ?? ClusterSecretStore;
        if (kind is not (ClusterSecretStore or "SecretStore"))
            findings.Add(RuleCatalogue.MissingReference, $"{InkProperty.SecretStoreKind}: there is no secret store of kind \"{kind}\". Write {ClusterSecretStore} or SecretStore.");
        return new SecretStoreReference(ObjectNames.Of(context, InkProperty.SecretStore, "aws-parameter-store", findings), kind);
    }
}
