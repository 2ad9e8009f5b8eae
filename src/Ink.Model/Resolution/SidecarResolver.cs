using System.Globalization;
using Ink.Model.Collections;
using Ink.Model.Declarations;
using Ink.Model.Rules;
using Ink.Model.Specs;
using Ink.Model.Values;

namespace Ink.Model.Resolution;

/// <summary>Resolves the containers beside the app's own.</summary>
internal sealed class SidecarResolver(ResolutionContext context, DeclarationLayers layers, FindingCollector findings, IReadOnlyCollection<string> roles)
{
    public EquatableArray<SidecarSpec> Resolve(WorkloadSpec workload)
    {
        var taken = OwnPorts(workload);
        var sidecars = new List<SidecarSpec>();
        foreach (var declared in layers.Many(AttributeKind.Sidecar, workload.Name))
        {
            if (Name(declared) is not { } name)
                continue;
            var isInit = declared.Flag("Init") ?? false;
            var port = Port(declared, isInit);
            if (port is { } number && !taken.TryGetValue(number, out var owner))
                taken[number] = $"the sidecar \"{name}\"";
            else if (port is not null)
                declared.Report(RuleCatalogue.DuplicateName, "Port", $"in the pods of \"{workload.Name}\", whose containers share one address, {taken[port.Value]} listens on {port} already. Take another port.");

            sidecars.Add(new SidecarSpec(name, Image(declared) ?? "", ResourcesResolver.Resolve(declared, context, findings))
            {
                IsInit = isInit,
                Port = port,
                Command = declared.List("Command"),
                Args = declared.List("Args"),
            });
        }

        return sidecars.ToEquatableArray();
    }

    private string? Name(MergedDeclaration declared)
    {
        var name = declared.Text("Name", KubernetesName.IsLabel, RuleCatalogue.InvalidName, value => $"the sidecar's name {LabelAdvice.For(value)}");
        // The app's container is called like its role. Of another workload's it would be no clash, but neither could be told by its name.
        if (name is not null && declared.IsExact("Name") && roles.Contains(name))
            declared.Report(RuleCatalogue.DuplicateName, "Name", $"a workload is called \"{name}\" already, and its container with it. Give the sidecar a name of its own.");
        return string.IsNullOrWhiteSpace(name) ? null : name;
    }

    private static string? Image(MergedDeclaration declared)
    {
        if (declared.Raw("Image") is null)
            declared.Report(RuleCatalogue.EmptyArgument, "Image", "none is written. Write it after the name, or declare the sidecar that this is to override.");
        return declared.Text("Image", ImageGrammar.IsReference, RuleCatalogue.InvalidName, value =>
            $"\"{value}\" cannot name an image. Write registry/repository:tag in lower case, without scheme, or with @sha256:… after it.");
    }

    private static int? Port(MergedDeclaration declared, bool isInit)
    {
        var port = declared.Number("Port", 1, 65535, RuleCatalogue.InvalidPort, "A port lies between 1 and 65535.");
        if (!isInit)
            return port;
        if (port is not null)
            declared.Report(RuleCatalogue.NoEffect, "Port", "with Init the container has ended before anything could connect to it, so this has no effect. Remove Port or Init.");
        return null;
    }

    // Every role of an ASP.NET Core app runs the server, so a worker listens as well.
    private static Dictionary<int, string> OwnPorts(WorkloadSpec workload)
    {
        var http = workload.Variables.FirstOrDefault(variable => variable.Name == VariableResolver.HttpPorts)?.Value ?? "";
        var ports = http.Split(';')
            .Select(text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) ? port : (int?)null)
            .Append(workload.Port)
            .Append(workload.Health?.Port);
        return ports.OfType<int>().Distinct().ToDictionary(port => port, _ => "the app");
    }
}
