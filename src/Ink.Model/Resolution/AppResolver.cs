using System.Text.RegularExpressions;
using Ink.Model.Declarations;
using Ink.Model.Rules;
using Ink.Model.Specs;
using Ink.Model.Values;

namespace Ink.Model.Resolution;

/// <summary>Turns what was written into what it means in one environment.</summary>
public static class AppResolver
{
    private static readonly Regex RoleArn = new("^arn:aws[a-z-]*:iam::[0-9]{12}:role/[A-Za-z0-9_+=,.@/-]+\\z", RegexOptions.CultureInvariant);

    /// <summary>Resolves <paramref name="model"/> for the environment of <paramref name="context"/>; never throws on bad input.</summary>
    public static ResolvedApp Resolve(AppModel model, ResolutionContext context)
    {
        var findings = new FindingCollector();
        var placeholders = new Placeholders(context);
        var layers = new DeclarationLayers(model, context.Environment, placeholders, findings);
        DeclarationChecks.Run(model, context, findings);

        var app = layers.One(AttributeKind.App);
        var name = AppName(model, context, app, findings);
        placeholders.Set("app", name);
        var targetNamespace = Namespace(context, app, placeholders, name, findings);
        placeholders.Set("namespace", targetNamespace);

        var workloads = SecretResolver.WithKeys(new WorkloadResolver(model, context, layers, findings).Resolve(name));
        var spec = new AppSpec
        {
            Name = name,
            Environment = context.Environment,
            Namespace = targetNamespace,
            Team = LabelValue(app, "Team"),
            PartOf = LabelValue(app, "PartOf") ?? name,
            Description = app.Text("Description"),
            IamRole = IamRole(layers.One(AttributeKind.IamRole)),
            Workloads = workloads,
            Ingresses = IngressResolver.Resolve(layers, context, workloads),
            Secrets = SecretResolver.All(workloads),
            SecretStore = new SecretStoreReference(
                context.Setting(InkProperty.SecretStore) ?? "aws-parameter-store",
                context.Setting(InkProperty.SecretStoreKind) ?? "ClusterSecretStore"),
            Argo = Argo(context),
        };
        return new ResolvedApp(findings.HasErrors ? null : spec, findings.ToSorted()) { Draft = spec };
    }

    private static string AppName(AppModel model, ResolutionContext context, MergedDeclaration app, FindingCollector findings)
    {
        var fallback = KebabCase.From(model.Assembly);
        var name = context.Setting(InkProperty.AppName, app.Text("Name")) ?? fallback;
        CheckName(name, app, "Name", InkProperty.AppName, findings);
        if (KubernetesName.IsLabel(name))
            CheckLength($"{name}-{context.Environment}", "the Argo CD Application", app, findings);
        return name;
    }

    private static string Namespace(ResolutionContext context, MergedDeclaration app, Placeholders placeholders, string name, FindingCollector findings)
    {
        var setting = context.Setting(InkProperty.Namespace, app.Text("Namespace"));
        var value = setting is null ? name : placeholders.Expand(setting).Text;
        if (setting is not null)
            CheckName(value, app, "Namespace", InkProperty.Namespace, findings);
        return value;
    }

    private static void CheckName(string value, MergedDeclaration app, string argument, string property, FindingCollector findings)
    {
        if (KubernetesName.IsLabel(value))
            return;

        var suggestion = KebabCase.From(value);
        var remedy = KubernetesName.IsLabel(suggestion) ? $" \"{suggestion}\" would do." : "";
        var message = $"\"{value}\" is not a DNS-1123 label: lower-case letters, digits and inner hyphens, {KubernetesName.MaxLabelLength} at most.{remedy}";
        if (app.Text(argument) == value)
            app.Report(RuleCatalogue.InvalidName, argument, message);
        else
            findings.Add(RuleCatalogue.InvalidName, $"{property}: {message}");
    }

    private static void CheckLength(string name, string what, MergedDeclaration app, FindingCollector findings)
    {
        if (name.Length <= KubernetesName.MaxLabelLength)
            return;

        var message = $"\"{name}\", the name of {what}, has {name.Length} characters; {KubernetesName.MaxLabelLength} are allowed. Shorten the app's name.";
        if (app.Text("Name") is not null)
            app.Report(RuleCatalogue.InvalidName, "Name", message);
        else
            findings.Add(RuleCatalogue.InvalidName, $"{InkProperty.AppName}: {message}");
    }

    private static string? LabelValue(MergedDeclaration app, string argument) =>
        app.Text(argument, KubernetesName.IsLabelValue, RuleCatalogue.InvalidMetadata, value =>
            $"\"{value}\" cannot be the value of a label: letters, digits, '-', '_' and '.', 63 at most, a letter or digit at both ends.");

    private static string? IamRole(MergedDeclaration role) =>
        role.Text("Arn", RoleArn.IsMatch, RuleCatalogue.InvalidMetadata, value =>
            $"\"{value}\" is not the ARN of an IAM role. Write arn:aws:iam::<12 digits>:role/<name>.");

    private static ArgoSpec Argo(ResolutionContext context)
    {
        var server = context.Setting("InkServer");
        var cluster = server is null ? context.Setting("InkCluster") : null;
        return new ArgoSpec(
            context.Setting(InkProperty.ArgoNamespace) ?? "argocd",
            context.Setting(InkProperty.ArgoProject) ?? "default",
            server ?? (cluster is null ? "https://kubernetes.default.svc" : null),
            cluster);
    }
}
