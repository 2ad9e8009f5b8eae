using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;
using k8s;
using k8s.Models;

namespace Ink.Manifests.Transforms;

/// <summary>
/// Copies of objects that can be changed safely: lists and maps can grow, and no part of one object is a part of another. Builders owe
/// neither, and should not have to think of it.
/// </summary>
internal static class DetachedObjects
{
    /// <summary>Copies the objects. What is immutable stays as it is.</summary>
    public static List<IKubernetesObject<V1ObjectMeta>> Copy(IEnumerable<IKubernetesObject<V1ObjectMeta>> objects) =>
        [.. objects.Select(item => (IKubernetesObject<V1ObjectMeta>)Copy(item)!)];

    private static object? Copy(object? part) => part switch
    {
        null or string or ValueType => part,
        IDictionary map => CopyMap(map),
        IList list => CopyList(list),
        _ => CopyRecord(part),
    };

    private static IDictionary CopyMap(IDictionary map)
    {
        var copy = (IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(ArgumentsOf(map, typeof(IDictionary<,>))))!;
        foreach (DictionaryEntry entry in map)
            copy.Add(entry.Key, Copy(entry.Value));
        return copy;
    }

    private static IList CopyList(IList list)
    {
        var copy = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(ArgumentsOf(list, typeof(IList<>))))!;
        foreach (var item in list)
            copy.Add(Copy(item));
        return copy;
    }

    // KubernetesClient's models are records with setters, and so are Ink's custom resources on top; below, those cannot be changed.
    private static object CopyRecord(object part)
    {
        var setters = part.GetType().GetProperties().Where(IsSettable).ToList();
        if (setters.Count == 0 || part.GetType().GetMethod("<Clone>$") is not { } clone)
            return part;
        var copy = clone.Invoke(part, null)!;
        foreach (var property in setters)
            property.SetValue(copy, Copy(property.GetValue(part)));
        return copy;
    }

    private static bool IsSettable(PropertyInfo property) =>
        property is { SetMethod.IsPublic: true, GetMethod.IsPublic: true }
        && property.GetIndexParameters().Length == 0
        && !property.SetMethod.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit));

    private static Type[] ArgumentsOf(object collection, Type definition) =>
        collection.GetType().GetInterfaces().First(type => type.IsGenericType && type.GetGenericTypeDefinition() == definition).GetGenericArguments();
}
