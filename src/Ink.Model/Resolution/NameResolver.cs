using Ink.Model.Declarations;
using Ink.Model.Rules;
using Ink.Model.Values;

namespace Ink.Model.Resolution;

/// <summary>Resolves the app's name and namespace, which an attribute, a property or the assembly's name gives.</summary>
internal sealed class NameResolver(ResolutionContext context, MergedDeclaration app, FindingCollector findings)
{
    public string App(string assembly)
    {
        if (app.Setting(context, "Name", InkProperty.AppName, KubernetesName.IsLabel, RuleCatalogue.InvalidName, LabelAdvice.For) is { } name)
        {
            CheckApplication(name);
            return name;
        }

        var derived = KebabCase.From(assembly);
        if (KubernetesName.IsLabel(derived))
            CheckApplication(derived);
        else
            findings.Add(RuleCatalogue.InvalidName, $"{InkProperty.AppName}: the assembly's name \"{assembly}\" makes no DNS-1123 label of {KubernetesName.MaxLabelLength} characters at most. Set {InkProperty.AppName}, or write [assembly: App(\"name\")].");
        return derived;
    }

    public string Namespace(string fallback) =>
        app.Setting(context, "Namespace", InkProperty.Namespace, KubernetesName.IsLabel, RuleCatalogue.InvalidName, LabelAdvice.For) ?? fallback;

    /// <summary>The names of Services begin with the app's name, and Services are stricter than the rest.</summary>
    public void CheckService(string name)
    {
        if (KubernetesName.IsLabel(name) && !KubernetesName.IsServiceName(name))
            Report(name, $"\"{name}\" names a Service, which must begin with a letter. Begin the app's name with one.");
    }

    // Argo CD puts the Application's name into a label, which holds fewer characters than an object's name.
    private void CheckApplication(string name)
    {
        var application = $"{name}-{context.Environment}";
        if (KubernetesName.IsLabel(name) && application.Length > KubernetesName.MaxLabelLength)
            Report(name, $"\"{application}\", the name of the Argo CD Application, has {application.Length} characters; {KubernetesName.MaxLabelLength} are allowed. Shorten the app's name.");
    }

    private void Report(string name, string message) =>
        app.ReportSetting("Name", InkProperty.AppName, name, RuleCatalogue.InvalidName, message);
}
