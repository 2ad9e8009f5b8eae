namespace Ink.Manifests.Tests.Policy;

/// <summary>INK2012: what roles and bindings give.</summary>
public sealed class AccessTests
{
    [Theory]
    [InlineData("Role", "{apiGroups: [''], resources: [pods], verbs: [get, list]}")]
    [InlineData("Role", "{apiGroups: [''], resources: [secrets], verbs: [get, list]}")]
    [InlineData("ClusterRole", "{apiGroups: [''], resources: [secrets], resourceNames: [tls], verbs: [get]}")]
    [InlineData("ClusterRole", "{apiGroups: [''], resources: [secrets], verbs: [create]}")]
    [InlineData("ClusterRole", "{nonResourceURLs: [/metrics], verbs: [get]}")]
    public void Narrow_rights_are_fine(string kind, string rule) => Assert.Empty(Judged.Paths("INK2012", Role(kind, rule)));

    [Theory]
    [InlineData("Role", "{apiGroups: [''], resources: [pods], verbs: ['*']}", "rules[0].verbs")]
    [InlineData("Role", "{apiGroups: ['*'], resources: ['*'], verbs: [get]}", "rules[0].resources")]
    [InlineData("ClusterRole", "{apiGroups: [''], resources: [secrets], verbs: [list]}", "rules[0].resources")]
    [InlineData("ClusterRole", "{apiGroups: [''], resources: [pods, secrets], verbs: [watch]}", "rules[0].resources")]
    [InlineData("ClusterRole", "{apiGroups: [rbac.authorization.k8s.io], resources: [clusterroles], verbs: [escalate]}", "rules[0].verbs")]
    [InlineData("ClusterRole", "{apiGroups: [rbac.authorization.k8s.io], resources: [clusterroles], verbs: [bind]}", "rules[0].verbs")]
    [InlineData("Role", "{apiGroups: [''], resources: [serviceaccounts], verbs: [impersonate]}", "rules[0].verbs")]
    public void Broad_rights_are_told(string kind, string rule, string path) => Assert.Equal([path], Judged.Paths("INK2012", Role(kind, rule)));

    [Theory]
    [InlineData("ClusterRoleBinding", "cluster-admin", 1)]
    [InlineData("RoleBinding", "cluster-admin", 1)]
    [InlineData("ClusterRoleBinding", "view", 0)]
    public void Nobody_is_made_cluster_admin(string kind, string role, int count) => Assert.Equal(count, Judged.Paths("INK2012", Binding(kind, role)).Count);

    [Fact]
    public void A_cluster_role_that_is_bound_in_namespaces_alone_reads_secrets_there_alone()
    {
        var role = Role("ClusterRole", "{apiGroups: [''], resources: [secrets], verbs: [get]}");
        Assert.Single(Judged.Paths("INK2012", $"{role}---\n{Binding("ClusterRoleBinding", "reader")}"));
        Assert.Empty(Judged.Paths("INK2012", $"{role}---\n{Binding("RoleBinding", "reader")}"));
    }

    private static string Role(string kind, string rule) =>
        $"apiVersion: rbac.authorization.k8s.io/v1\nkind: {kind}\nmetadata: {{name: reader}}\nrules:\n- {rule}\n";

    private static string Binding(string kind, string role) =>
        $"apiVersion: rbac.authorization.k8s.io/v1\nkind: {kind}\nmetadata: {{name: b}}\nroleRef: {{apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: {role}}}\nsubjects: []\n";
}
