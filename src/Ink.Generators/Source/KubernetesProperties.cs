using Ink.Model.Policy.Judgements;
using Ink.Model.Rules;
using Ink.Model.Values;
using Microsoft.CodeAnalysis;

namespace Ink.Generators.Source;

/// <summary>A property of the typed objects of KubernetesClient that a rule of the policy is about.</summary>
/// <param name="Type">The class in <c>k8s.Models</c>.</param>
/// <param name="Property">The property.</param>
/// <param name="Rule">The rule.</param>
/// <param name="Judge">What is wrong with a value, and where; nothing where it is not constant.</param>
internal sealed record KubernetesProperty(string Type, string Property, Rule Rule, Func<AssignedValue, IEnumerable<(Location Location, string Message)>> Judge);

/// <summary>Every such property. What is no constant, the policy sees when it is rendered.</summary>
internal static class KubernetesProperties
{
    /// <summary>The namespace of the classes.</summary>
    public const string Namespace = "k8s.Models";

    public static IReadOnlyList<KubernetesProperty> All { get; } =
    [
        .. Both("RunAsUser", RuleCatalogue.RootUser, value => If(value.Number is { } user && RootUser.MayBeRoot(null, user), value, $"RunAsUser is 0, which is root. Write a user above 0; Ink's own is {ImageUser.Id}.")),
        .. Both("RunAsNonRoot", RuleCatalogue.RootUser, value => If(MayBeRoot(value), value, "RunAsNonRoot is false, so the container may run as root. Write true.")),
        new("V1SecurityContext", "Privileged", RuleCatalogue.Privileged, value => If(value.Flag == true, value, "a privileged container owns its node. Remove Privileged.")),
        new("V1SecurityContext", "AllowPrivilegeEscalation", RuleCatalogue.Privileged, value => If(value.Flag is { } allows && Privileges.MayEscalate(allows), value, "the container may gain more privileges than it starts with. Write false.")),
        new("V1SecurityContext", "ReadOnlyRootFilesystem", RuleCatalogue.WritableRoot, value => If(value.Flag == false, value, "the container can write to its root file system. Write true, and mount an emptyDir where it has to write.")),
        new("V1Capabilities", "Add", RuleCatalogue.Capabilities, value => value.Texts
            .Where(added => !CapabilityList.IsAllowed(added.Text))
            .Select(added => (added.Location, $"the capability {added.Text} is part of what makes up root. Remove it; NET_BIND_SERVICE alone may be added."))),
        new("V1Capabilities", "Drop", RuleCatalogue.Capabilities, value => If(value.IsWhole && !CapabilityList.DropsAll(value.Texts.Select(text => text.Text)), value, "ALL capabilities are to be dropped. Write \"ALL\".")),
        new("V1PodSpec", "HostNetwork", RuleCatalogue.HostAccess, value => If(value.Flag == true, value, "the pod shares its node's network. Remove HostNetwork.")),
        new("V1PodSpec", "HostPID", RuleCatalogue.HostAccess, value => If(value.Flag == true, value, "the pod shares its node's process list. Remove HostPID.")),
        new("V1PodSpec", "HostIPC", RuleCatalogue.HostAccess, value => If(value.Flag == true, value, "the pod shares its node's inter-process communication. Remove HostIPC.")),
        new("V1Volume", "HostPath", RuleCatalogue.HostAccess, value => If(!value.IsNull, value, "the volume is a folder of the node. Use an emptyDir or a persistent volume.")),
        new("V1ContainerPort", "HostPort", RuleCatalogue.HostAccess, value => If(HostAccess.TakesPort(Port(value)), value, "the container takes a port of its node. Remove HostPort, and let a Service lead to the container.")),
        new("V1ContainerPort", "ContainerPort", RuleCatalogue.PrivilegedPort, value => If(Port(value) is { } port && PrivilegedPort.IsPrivileged(port), value, "only root may listen below 1024 everywhere. Listen on 8080 or another port from 1024, and let the Service translate.")),
        new("V1PodSpec", "AutomountServiceAccountToken", RuleCatalogue.MountedToken, value => If(value.Flag == true, value, "the token of the service account is mounted. Write false, unless the container talks to the API server.")),
        new("V1Container", "Image", RuleCatalogue.UnpinnedImage, Unpinned),
        new("V1EphemeralContainer", "Image", RuleCatalogue.UnpinnedImage, Unpinned),
        new("V1ServiceSpec", "Type", RuleCatalogue.ExposedService, value => If(value.Text is { } type && ExposedService.IsExposed(type), value, $"a service of type {value.Text} is reached from outside past every ingress. Use ClusterIP, and an Ingress or a route for what comes from outside.")),
    ];

    private static IEnumerable<KubernetesProperty> Both(string property, Rule rule, Func<AssignedValue, IEnumerable<(Location, string)>> judge) =>
        [new("V1SecurityContext", property, rule, judge), new("V1PodSecurityContext", property, rule, judge)];

    // A user above 0 in the same initializer is no root, whatever RunAsNonRoot says; one that is no constant is not known.
    private static bool MayBeRoot(AssignedValue value)
    {
        var user = value.NumberOf("RunAsUser", out var isWritten);
        return value.Flag == false && (user is not null || !isWritten) && user != 0 && RootUser.MayBeRoot(false, user);
    }

    private static int? Port(AssignedValue value) => value.Number is { } port and > 0 and <= 65535 ? (int)port : null;

    private static IEnumerable<(Location Location, string Message)> Unpinned(AssignedValue value) =>
        value.Text is { Length: > 0 } image && UnpinnedImage.WhyNot(image) is { } why
            ? [(value.Location, $"the image {image} {why}. Pin it by its digest: name:tag@sha256:….")]
            : [];

    private static IEnumerable<(Location Location, string Message)> If(bool isWrong, AssignedValue value, string message) =>
        isWrong ? [(value.Location, message)] : [];
}
