using System.Collections;
using System.Reflection;
using Ink.Manifests.Output;
using Ink.Manifests.Tests.Infrastructure;
using Ink.Manifests.Transforms;
using Ink.Model.Specs;
using k8s;
using k8s.Models;

namespace Ink.Manifests.Tests.Transforms;

/// <summary>What a transform gets can be changed safely: no part of it belongs to two objects, and what KubernetesClient calls a list can grow.</summary>
public sealed class DetachedObjectTests
{
    private static readonly IReadOnlyDictionary<string, Func<AppSpec>> Specs = new Dictionary<string, Func<AppSpec>>
    {
        [nameof(Apps)] = Apps.Rich,
        [nameof(OperatedApps)] = OperatedApps.Rich,
        [nameof(SidecarApps)] = SidecarApps.Rich,
    };

    public static TheoryData<string> Names => [.. Specs.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Copies_are_written_as_the_originals_are(string app)
    {
        var objects = Specs[app]().Objects();
        Assert.Equal(ManifestFiles.Write(objects), ManifestFiles.Write(DetachedObjects.Copy(objects)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void No_part_belongs_to_two_places_or_to_the_original(string app)
    {
        var originals = Specs[app]().Objects();
        var owners = new Dictionary<object, string>(ReferenceEqualityComparer.Instance);
        foreach (var (path, part, _) in Parts(originals))
            owners.TryAdd(part, $"the original's {path}");

        foreach (var (path, part, _) in Parts(DetachedObjects.Copy(originals)))
            Assert.True(owners.TryAdd(part, path), $"{path} is the same as {owners.GetValueOrDefault(part)}");
        Assert.True(owners.Count > 200, $"only {owners.Count} parts were looked at");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_list_and_map_of_KubernetesClient_can_grow(string app)
    {
        var collections = Parts(DetachedObjects.Copy(Specs[app]().Objects())).Where(pair => pair.Part is IList or IDictionary && pair.Owner.Namespace == typeof(V1Pod).Namespace).ToList();
        Assert.NotEmpty(collections);
        Assert.All(collections, pair => Assert.False(pair.Part is IList { IsFixedSize: true } or IDictionary { IsReadOnly: true }, pair.Path));
    }

    private static IEnumerable<(string Path, object Part, Type Owner)> Parts(IEnumerable<IKubernetesObject<V1ObjectMeta>> objects) =>
        objects.SelectMany(item => Walk($"{item.Kind}/{item.Metadata.Name}", item, item.GetType()));

    // Objects are trees of records, lists and maps. A custom resource's records cannot be changed, nor can their lists, so their sharing does no harm.
    private static IEnumerable<(string Path, object Part, Type Owner)> Walk(string path, object? part, Type owner)
    {
        if (part is null or string || part.GetType().IsValueType || IsImmutable(part))
            yield break;
        yield return (path, part, owner);

        var children = part switch
        {
            IDictionary map => map.Keys.Cast<object>().Select(key => ($"{path}[{key}]", map[key])),
            IEnumerable list => list.Cast<object>().Select((item, index) => ($"{path}[{index}]", (object?)item)),
            _ => part.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
                .Where(property => property.GetIndexParameters().Length == 0)
                .Select(property => ($"{path}.{property.Name}", property.GetValue(part))),
        };
        foreach (var (childPath, child) in children)
        {
            foreach (var found in Walk(childPath, child, part is IEnumerable ? owner : part.GetType()))
                yield return found;
        }
    }

    private static bool IsImmutable(object part) =>
        part is not IEnumerable && part.GetType().GetProperties().All(property => property.SetMethod is null or { IsPublic: false } || property.SetMethod.ReturnParameter.GetRequiredCustomModifiers().Length > 0);
}
