using System.Reflection;
using Ink.Manifests.Output;
using Ink.Model.Rules;
using k8s;
using k8s.Models;

namespace Ink.Manifests.Transforms;

/// <summary>A project's transforms, in their order. Nothing is loaded before they are applied, and nothing at all where there are none.</summary>
internal sealed class TransformSet(IReadOnlyList<TransformReference> references) : IDisposable
{
    private readonly Dictionary<string, TransformAssembly> _assemblies = new(StringComparer.Ordinal);

    /// <summary>Whether there are none.</summary>
    public bool IsEmpty => references.Count == 0;

    /// <summary>Applies all to the objects of one app in one environment.</summary>
    /// <exception cref="RenderException">INK4015.</exception>
    public IReadOnlyList<IKubernetesObject<V1ObjectMeta>> Apply(IEnumerable<IKubernetesObject<V1ObjectMeta>> objects, ManifestContext context)
    {
        var transformed = DetachedObjects.Copy(objects);
        foreach (var reference in references)
        {
            foreach (var type in TypesOf(reference, context))
                Run(type, reference, transformed, context);
        }

        return transformed;
    }

    /// <summary>Writes what was transformed.</summary>
    /// <exception cref="RenderException">INK4015: an object cannot be written.</exception>
    public IReadOnlyList<RenderedFile> Write(IReadOnlyList<IKubernetesObject<V1ObjectMeta>> objects, ManifestContext context)
    {
        try
        {
            return ManifestFiles.Write(objects);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            throw Failure($"What the transforms of {string.Join(", ", references.Select(reference => reference.Path))} left of {Of(context)} cannot be written as YAML: {exception.Message} Look for an object of a type of your own.", exception);
        }
    }

    public void Dispose()
    {
        foreach (var assembly in _assemblies.Values)
            assembly.Dispose();
        _assemblies.Clear();
    }

    private IReadOnlyList<Type> TypesOf(TransformReference reference, ManifestContext context)
    {
        try
        {
            if (!_assemblies.TryGetValue(reference.Path, out var assembly))
                _assemblies.Add(reference.Path, assembly = TransformAssembly.Load(reference.Path));
            return assembly.Types(reference.Type);
        }
        catch (TransformException exception)
        {
            throw Failure($"The transforms of {reference.Path} cannot be applied to {Of(context)}: {exception.Message}", exception);
        }
    }

    private static void Run(Type type, TransformReference reference, List<IKubernetesObject<V1ObjectMeta>> objects, ManifestContext context)
    {
        try
        {
            // Not wrapped: what the constructor throws is what has to be told.
            var transform = (IManifestTransform)Activator.CreateInstance(type, BindingFlags.Public | BindingFlags.Instance | BindingFlags.DoNotWrapExceptions, null, null, null)!;
            transform.Transform(objects, context);
            TransformedObjects.Complete(objects);
        }
        catch (TransformException exception)
        {
            throw Failure($"The transform {type.FullName} ({reference.Path}) left {exception.Message} in {Of(context)}. Correct the transform.", exception);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            var cause = exception is TypeInitializationException { InnerException: { } inner } ? inner : exception;
            throw Failure($"The transform {type.FullName} ({reference.Path}) failed on {Of(context)}: {cause.GetType().Name}: {LoadFailure.Explain(cause, type.Assembly)} If that is no help, correct the transform.", exception);
        }
    }

    private static string Of(ManifestContext context) => $"{context.App.Name} ({context.Environment})";

    private static RenderException Failure(string message, Exception inner) => new(RuleCatalogue.TransformFailed, message, inner);
}
