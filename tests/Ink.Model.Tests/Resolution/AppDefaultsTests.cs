using Ink.Model.Specs;
using Ink.Model.Tests.Support;
using static Ink.Model.Tests.Support.Declare;

namespace Ink.Model.Tests.Resolution;

public class AppDefaultsTests
{
    [Fact]
    public void Names_come_from_the_assembly()
    {
        var spec = new Project { Assembly = "Shop.CheckoutApi" }.Spec();

        Assert.Equal(("shop-checkout-api", "shop-checkout-api", "shop-checkout-api"), (spec.Name, spec.Namespace, spec.PartOf));
        Assert.Equal("dev", spec.Environment);
    }

    [Fact]
    public void Nobody_owns_or_describes_it()
    {
        var spec = new Project().Spec();

        Assert.Equal((null, null, null), (spec.Team, spec.Description, spec.IamRole));
    }

    [Fact]
    public void What_App_says_is_taken_over()
    {
        var spec = new Project().Spec(App("till", ("Team", "payments"), ("PartOf", "shop"), ("Description", "Takes money.")));

        Assert.Equal(("till", "payments", "shop", "Takes money."), (spec.Name, spec.Team, spec.PartOf, spec.Description));
    }

    [Fact]
    public void Argo_CD_deploys_to_its_own_cluster() =>
        Assert.Equal(new ArgoSpec("argocd", "default", "https://kubernetes.default.svc", null), new Project().Spec().Argo);

    [Fact]
    public void Metadata_sends_it_to_another_cluster_by_name_or_server()
    {
        Assert.Equal(new ArgoSpec("argocd", "default", null, "blue"), new Project { Metadata = { ["Cluster"] = "blue" } }.Spec().Argo);
        Assert.Equal(
            new ArgoSpec("argocd", "default", "https://10.0.0.1", null),
            new Project { Metadata = { ["Cluster"] = "blue", ["Server"] = "https://10.0.0.1" } }.Spec().Argo);
    }

    [Fact]
    public void Secrets_come_from_the_parameter_store() =>
        Assert.Equal(new SecretStoreReference("aws-parameter-store", "ClusterSecretStore"), new Project().Spec().SecretStore);
}
