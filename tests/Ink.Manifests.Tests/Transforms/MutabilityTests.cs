using System.Collections;
using System.Reflection;
using Ink.Manifests.Tests.Infrastructure;
using k8s.Models;

namespace Ink.Manifests.Tests.Transforms;

/// <summary>What is rendered can be changed safely: no part of it belongs to two objects, and what KubernetesClient calls a list can grow.</summary>
public sealed class MutabilityTests
{
    public static TheoryData<string> AppNames => [nameof(Apps), nameof(OperatedApps)];

    [Theory]
    [MemberData(nameof(AppNames))]
    public void No_part_belongs_to_two_places(string app)
    {
        var owners = new Dictionary<object, string>(ReferenceEqualityComparer.Instance);
        foreach (var (path, part, _) in Parts(app))
            Assert.True(owners.TryAdd(part, path), $"{path} is the same as {owners.GetValueOrDefault(part)}");
        Assert.True(owners.Count > 200, $"only {owners.Count} parts were looked at");
    }

    [Theory]
    [MemberData(nameof(AppNames))]
    public void Every_list_and_map_of_KubernetesClient_can_grow(string app)
    {
        var collections = Parts(app).Where(pair => pair.Part is IList or IDictionary && pair.Owner.Namespace == typeof(V1Pod).Namespace).ToList();
        Assert.NotEmpty(collections);
        Assert.All(collections, pair => Assert.False(pair.Part is IList { IsFixedSize: true } or IDictionary { IsReadOnly: true }, pair.Path));
    }

    private static IEnumerable<(string Path, object Part, Type Owner)> Parts(string app) =>
        (app == nameof(Apps) ? Apps.Rich() : OperatedApps.Rich()).Objects().SelectMany(item => Walk($"{item.Kind}/{item.Metadata.Name}", item, item.GetType()));

    // Kubernetes objects are trees of records, lists and maps; a custom resource's records are immutable, so their sharing does no harm.
    private static IEnumerable<(string Path, object Part, Type Owner)> Walk(string path, object? part, Type owner)
    {
        if (part is null or string || part.GetType().IsValueType)
            yield break;
        if (!IsImmutable(part))
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
        part is not IEnumerable && part.GetType().GetProperties().All(property => property.SetMethod is null || property.SetMethod.ReturnParameter.GetRequiredCustomModifiers().Length > 0);
}
