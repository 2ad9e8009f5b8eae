using Ink.Manifests;
using k8s;
using k8s.Models;

namespace Ink.Tasks.Tests.Shell;

/// <summary>A transform that the tasks load from this very assembly, in a second copy beside the one that runs the tests.</summary>
public sealed class MarkingTransform : IManifestTransform
{
    /// <inheritdoc/>
    public void Transform(IList<IKubernetesObject<V1ObjectMeta>> objects, ManifestContext context)
    {
        foreach (var item in objects)
            item.SetLabel("marked-in", context.Environment);
    }
}

/// <summary>A transform that fails in production alone, with a secret in what it says.</summary>
public sealed class FailingTransform : IManifestTransform
{
    /// <inheritdoc/>
    public void Transform(IList<IKubernetesObject<V1ObjectMeta>> objects, ManifestContext context)
    {
        if (context.Environment == "production")
            throw new InvalidOperationException($"https://bot:{"hunter2"}@costs.example.com refused.");
    }
}

/// <summary>A transform whose result no policy lets through.</summary>
public sealed class PrivilegedTransform : IManifestTransform
{
    /// <inheritdoc/>
    public void Transform(IList<IKubernetesObject<V1ObjectMeta>> objects, ManifestContext context)
    {
        foreach (var container in objects.OfType<V1Deployment>().SelectMany(deployment => deployment.Spec.Template.Spec.Containers))
            container.SecurityContext.Privileged = true;
    }
}
