using Ink.Manifests.Identity;
using Ink.Manifests.Metadata;
using Ink.Manifests.Monitoring;
using Ink.Manifests.Networking;
using Ink.Manifests.Scaling;
using Ink.Manifests.Secrets;
using Ink.Manifests.Storage;
using Ink.Manifests.Workloads;
using Ink.Model.Specs;
using k8s;
using k8s.Models;

namespace Ink.Manifests;

/// <summary>Turns an application, as it is in one environment, into typed Kubernetes objects.</summary>
public static class AppRenderer
{
    /// <summary>
    /// Every object of the application in its namespace. The order is fixed and has no meaning: Argo CD orders by sync wave and kind.
    /// </summary>
    /// <param name="app">The resolved application.</param>
    /// <param name="image">The image that its workloads run.</param>
    public static IReadOnlyList<IKubernetesObject<V1ObjectMeta>> Render(AppSpec app, ContainerImage image)
    {
        ArgumentNullException.ThrowIfNull(app);
        ArgumentNullException.ThrowIfNull(image);

        List<IKubernetesObject<V1ObjectMeta>> objects = [ServiceAccountBuilder.Build(app, image)];
        if (app.Secrets.Count > 0)
            objects.Add(ExternalSecretBuilder.Build(app));
        objects.AddRange(ConfigMapBuilder.Build(app));
        objects.AddRange(ClaimBuilder.Build(app));

        foreach (var workload in app.Workloads.OrderBy(workload => workload.Name, StringComparer.Ordinal))
            AddWorkload(objects, app, workload, image);

        objects.AddRange(IngressBuilder.Build(app));
        objects.AddRange(HttpRouteBuilder.Build(app));
        UserMetadata.Apply(app, objects);
        return objects;
    }

    private static void AddWorkload(
        List<IKubernetesObject<V1ObjectMeta>> objects, AppSpec app, WorkloadSpec workload, ContainerImage image)
    {
        objects.Add(Controller(app, workload, image));
        objects.Add(NetworkPolicyBuilder.Build(app, workload));
        if (ServiceBuilder.Build(app, workload) is { } service)
            objects.Add(service);
        if (HeadlessServiceBuilder.Build(app, workload) is { } headless)
            objects.Add(headless);
        if (DisruptionBudgetBuilder.Build(app, workload) is { } budget)
            objects.Add(budget);
        if (AutoscalerBuilder.Build(app, workload) is { } autoscaler)
            objects.Add(autoscaler);
        if (ScaledObjectBuilder.Build(app, workload) is { } scaledObject)
            objects.Add(scaledObject);
        if (ServiceMonitorBuilder.Build(app, workload) is { } monitor)
            objects.Add(monitor);
    }

    private static IKubernetesObject<V1ObjectMeta> Controller(AppSpec app, WorkloadSpec workload, ContainerImage image) => workload.Kind switch
    {
        WorkloadKind.CronJob => CronJobBuilder.Build(app, workload, image),
        WorkloadKind.Job => JobBuilder.Build(app, workload, image),
        _ when workload.IsStateful => StatefulSetBuilder.Build(app, workload, image),
        _ => DeploymentBuilder.Build(app, workload, image),
    };
}
