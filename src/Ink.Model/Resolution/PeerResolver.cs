using Ink.Model.Collections;
using Ink.Model.Declarations;
using Ink.Model.Rules;
using Ink.Model.Specs;
using Ink.Model.Values;

namespace Ink.Model.Resolution;

/// <summary>Resolves who may connect to a workload, and whom it may connect to.</summary>
internal sealed class PeerResolver(DeclarationLayers layers)
{
    private const string Any = "any";
    private const string Everyone = "*";

    public EquatableArray<PeerSpec> From(WorkloadSpec workload)
    {
        var peers = new List<PeerSpec>();
        foreach (var declared in layers.Many(AttributeKind.AllowFrom, workload.Name))
        {
            if (Read(declared) is not { } peer)
                continue;
            if (peer.Port is not null || workload.Port is not null)
                peers.Add(peer);
            else if (declared.Layers.Any(layer => layer.Workload is not null) && declared.Number("Port") is null)
                declared.Report(RuleCatalogue.InvalidPort, null, $"the workload \"{workload.Name}\" serves no port by itself. Write the Port that it listens on.");
        }

        return Sorted(peers);
    }

    public EquatableArray<PeerSpec> To(WorkloadSpec workload) =>
        Sorted(layers.Many(AttributeKind.AllowTo, workload.Name).Select(Read).OfType<PeerSpec>());

    private static EquatableArray<PeerSpec> Sorted(IEnumerable<PeerSpec> peers) => peers
        .Distinct()
        .OrderBy(peer => peer.Namespace, StringComparer.Ordinal)
        .ThenBy(peer => peer.App, StringComparer.Ordinal)
        .ThenBy(peer => peer.Cidr, StringComparer.Ordinal)
        .ThenBy(peer => peer.Port)
        .ToEquatableArray();

    private static PeerSpec? Read(MergedDeclaration declared)
    {
        var text = declared.Text("Peer", value => Parse(value) is not null, RuleCatalogue.InvalidName, value =>
            $"\"{value}\" names nobody. Write an app (\"cart\"), an app of one namespace (\"shop/cart\"), a namespace (\"shop/*\"), addresses (\"10.0.0.0/8\") or \"{Any}\".");
        var port = declared.Number("Port", Port.Lowest, Port.Highest, RuleCatalogue.InvalidPort, "A port lies between 1 and 65535.");
        return text is null || Parse(text) is not { } peer ? null : peer with { Port = port };
    }

    private static PeerSpec? Parse(string text)
    {
        if (text == Any)
            return new PeerSpec(null, null, null, null);
        if (Cidr.IsValid(text))
            return new PeerSpec(null, null, text, null);

        var slash = text.IndexOf('/');
        var name = text.Substring(slash + 1);
        if (slash < 0)
            return KubernetesName.IsLabel(name) ? new PeerSpec(null, name, null, null) : null;

        var space = text.Substring(0, slash);
        if (!KubernetesName.IsLabel(space) || !(name == Everyone || KubernetesName.IsLabel(name)))
            return null;
        return new PeerSpec(space, name == Everyone ? null : name, null, null);
    }
}
