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
        var all = layers.Many(AttributeKind.AllowFrom, workload.Name);
        if (Listed(InkProperty.AllowFrom, all) is { } listed)
            return workload.Port is null ? default : Sorted(listed);

        var peers = new List<PeerSpec>();
        foreach (var declared in all)
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

    public EquatableArray<PeerSpec> To(WorkloadSpec workload)
    {
        var all = layers.Many(AttributeKind.AllowTo, workload.Name);
        return Sorted(Listed(InkProperty.AllowTo, all) ?? [.. all.Select(Read).OfType<PeerSpec>()]);
    }

    // The peers of a property, where it is the property that counts.
    private List<PeerSpec>? Listed(string property, IReadOnlyList<MergedDeclaration> declared)
    {
        var text = layers.Context.Override(property) ?? (declared.Count == 0 ? layers.Context.Default(property) : null);
        return text?.Split(';').Select(item => item.Trim()).Where(item => item.Length > 0)
            .Select(item => layers.Property(property, item, value => Parse(value) is not null, RuleCatalogue.InvalidName, WrongPeer))
            .Select(peer => Parse(peer))
            .OfType<PeerSpec>()
            .ToList();
    }

    private static string WrongPeer(string value) =>
        $"\"{value}\" names nobody. Write an app (\"cart\"), an app of one namespace (\"shop/cart\"), a namespace (\"shop/*\"), addresses (\"10.0.0.0/8\") or \"{Any}\".";

    private static EquatableArray<PeerSpec> Sorted(IEnumerable<PeerSpec> peers) => peers
        .Distinct()
        .OrderBy(peer => peer.Namespace, StringComparer.Ordinal)
        .ThenBy(peer => peer.App, StringComparer.Ordinal)
        .ThenBy(peer => peer.Cidr, StringComparer.Ordinal)
        .ThenBy(peer => peer.Port)
        .ToEquatableArray();

    private static PeerSpec? Read(MergedDeclaration declared)
    {
        var text = declared.Text("Peer", value => Parse(value) is not null, RuleCatalogue.InvalidName, WrongPeer);
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
