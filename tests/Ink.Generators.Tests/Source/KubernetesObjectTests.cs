using Ink.Generators.Tests.Infrastructure;
using Microsoft.CodeAnalysis;

namespace Ink.Generators.Tests.Source;

/// <summary>The rules of the policy where code makes typed objects, as a transform does.</summary>
public sealed class KubernetesObjectTests
{
    [Theory]
    [InlineData("new V1SecurityContext { RunAsUser = {|INK2001:0|} }")]
    [InlineData("new V1PodSecurityContext { RunAsUser = {|INK2001:0L|}, RunAsNonRoot = false }")]
    [InlineData("new V1SecurityContext { RunAsNonRoot = {|INK2001:false|} }")]
    [InlineData("new V1SecurityContext { Privileged = {|INK2002:true|} }")]
    [InlineData("new V1SecurityContext { AllowPrivilegeEscalation = {|INK2002:true|} }")]
    [InlineData("new V1Capabilities { Add = [{|INK2003:\"SYS_ADMIN\"|}, \"NET_BIND_SERVICE\"] }")]
    [InlineData("new V1Capabilities { Add = new[] { {|INK2003:\"SYS_\" + \"TIME\"|} } }")]
    [InlineData("new V1Capabilities { Add = new List<string> { {|INK2003:Constants.Capability|} } }")]
    [InlineData("new V1Capabilities { Add = { {|INK2003:\"CAP_KILL\"|} } }")]
    [InlineData("new V1Capabilities { Drop = {|INK2003:[\"NET_RAW\"]|} }")]
    [InlineData("new V1PodSpec { HostNetwork = {|INK2004:true|}, HostPID = {|INK2004:true|}, HostIPC = {|INK2004:true|} }")]
    [InlineData("new V1Volume { HostPath = {|INK2004:new V1HostPathVolumeSource { Path = \"/\" }|} }")]
    [InlineData("new V1Volume { HostPath = {|INK2004:new() { Path = \"/\" }|} }")]
    [InlineData("new V1ContainerPort { HostPort = {|INK2004:8080|} }")]
    [InlineData("new V1ContainerPort { ContainerPort = {|INK2014:80|} }")]
    [InlineData("new V1SecurityContext { ReadOnlyRootFilesystem = {|INK2005:false|} }")]
    [InlineData("new V1Container { Image = {|INK2007:\"redis\"|} }")]
    [InlineData("new V1Container { Image = {|INK2007:$\"redis:{Constants.Version}\"|} }")]
    [InlineData("new V1EphemeralContainer { Image = {|INK2007:\"busybox:latest\"|} }")]
    [InlineData("new V1PodSpec { AutomountServiceAccountToken = {|INK2008:true|} }")]
    [InlineData("new V1ServiceSpec { Type = {|INK2010:\"LoadBalancer\"|} }")]
    public Task A_value_that_breaks_a_rule_is_reported_where_it_stands(string value) => Check($"_ = {value};");

    [Theory]
    [InlineData("new V1SecurityContext { RunAsUser = 1654, RunAsNonRoot = true, Privileged = false, AllowPrivilegeEscalation = false, ReadOnlyRootFilesystem = true }")]
    [InlineData("new V1SecurityContext { RunAsNonRoot = false, RunAsUser = 1654 }")]
    [InlineData("new V1SecurityContext { RunAsUser = null, Privileged = null }")]
    [InlineData("new V1Capabilities { Add = [\"NET_BIND_SERVICE\"], Drop = [\"ALL\"] }")]
    [InlineData("new V1Capabilities { Add = null, Drop = null }")]
    [InlineData("new V1PodSpec { HostNetwork = false, AutomountServiceAccountToken = false }")]
    [InlineData("new V1Volume { HostPath = null, EmptyDir = new V1EmptyDirVolumeSource() }")]
    [InlineData("new V1ContainerPort { ContainerPort = 8080 }")]
    [InlineData("new V1Container { Image = \"redis@sha256:0000000000000000000000000000000000000000000000000000000000000000\" }")]
    [InlineData("new V1ServiceSpec { Type = \"ClusterIP\" }")]
    public Task What_is_right_is_not_reported(string value) => Check($"_ = {value};");

    [Fact]
    public Task What_is_no_constant_is_left_to_the_policy() => Check(
        """
        var flag = args.Length > 0;
        _ = new V1SecurityContext { Privileged = flag, RunAsUser = args.Length, RunAsNonRoot = false };
        _ = new V1Capabilities { Add = args, Drop = [args[0]] };
        _ = new V1Container { Image = args[0] };
        _ = new V1ContainerPort { ContainerPort = args.Length, HostPort = args.Length };
        """);

    [Fact]
    public Task An_assignment_is_judged_as_an_initializer_is() => Check(
        """
        var pod = new V1PodSpec();
        pod.HostNetwork = {|INK2004:true|};
        pod.Containers[0].SecurityContext.Privileged = {|INK2002:true|};
        pod.Containers[0].Image = {|INK2007:"redis:7"|};
        """);

    [Fact]
    public Task A_class_of_the_same_name_is_none_of_Kubernetes() => Check(
        """
        _ = new Own.V1PodSpec { HostNetwork = true };
        """);

    [Fact]
    public Task A_test_may_make_what_is_wrong() =>
        SourceTest<KubernetesObjectAnalyzer>.Check(Project("_ = new V1PodSpec { HostNetwork = true };").With("InkProjectKind", "Test"));

    [Fact]
    public Task A_suppressed_rule_says_nothing() =>
        SourceTest<KubernetesObjectAnalyzer>.Check(Project("_ = new V1PodSpec { HostNetwork = true };", "[assembly: Ink.Suppress(\"INK2004\", \"It watches the node.\")]"));

    [Fact]
    public Task Without_a_policy_nothing_is_said() =>
        SourceTest<KubernetesObjectAnalyzer>.Check(Project("_ = new V1PodSpec { HostNetwork = true };").With("InkPolicy", "None"));

    [Theory]
    [InlineData("Baseline", DiagnosticSeverity.Warning)]
    [InlineData("Strict", DiagnosticSeverity.Error)]
    public Task The_policy_says_how_much_it_weighs(string policy, DiagnosticSeverity severity) =>
        SourceTest<KubernetesObjectAnalyzer>.CheckSeverity(Project("_ = new V1ServiceSpec { Type = {|#0:\"NodePort\"|} };").With("InkPolicy", policy), "INK2010", severity);

    [Fact]
    public Task Without_the_types_of_Ink_nothing_is_said() =>
        SourceTest<KubernetesObjectAnalyzer>.Check(Project("_ = new V1PodSpec { HostNetwork = true };") with { References = [.. References.Bare, References.KubernetesClient] });

    private static Task Check(string statements) => SourceTest<KubernetesObjectAnalyzer>.Check(Project(statements));

    private static TestProject Project(string statements, string attributes = "") => TestProject.Web(
        $$"""
        using System.Collections.Generic;
        using k8s.Models;
        {{attributes}}

        {{statements}}

        internal static class Constants
        {
            public const string Capability = "NET_ADMIN";
            public const string Version = "7";
        }

        namespace Own
        {
            internal sealed class V1PodSpec { public bool? HostNetwork { get; set; } }
        }
        """) with
    {
        References = [.. References.Worker, References.KubernetesClient],
        ExtraUsings = [],
    };
}
