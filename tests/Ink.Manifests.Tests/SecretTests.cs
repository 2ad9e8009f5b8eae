using Ink.Manifests.Secrets;
using Ink.Manifests.Tests.Infrastructure;
using Ink.Model.Specs;
using k8s.Models;

namespace Ink.Manifests.Tests;

public sealed class SecretTests
{
    [Fact]
    public void Variables_come_before_secrets_and_secrets_are_references()
    {
        var env = Apps.Rich().Container("checkout").Env;

        Assert.Equal(
            ["ASPNETCORE_HTTP_PORTS", "Features__Banner", "INK_ENVIRONMENT", "INK_ROLE", "ConnectionStrings__Orders"],
            env.Select(variable => variable.Name));
        Assert.Null(env[^1].Value);
        Assert.Equal(("checkout", "ConnectionStrings__Orders"), (env[^1].ValueFrom.SecretKeyRef.Name, env[^1].ValueFrom.SecretKeyRef.Key));
    }

    [Fact]
    public void Files_of_one_directory_share_a_volume()
    {
        var pod = Apps.Rich().Pod("checkout");
        var volume = pod.Volumes.Single(item => item.Secret is not null);
        var mount = pod.Containers.Single().VolumeMounts.Single(item => item.Name == volume.Name);

        Assert.Equal("secret-etc-checkout-keys", volume.Name);
        Assert.Equal(("checkout", 288), (volume.Secret.SecretName, volume.Secret.DefaultMode!.Value));
        Assert.Equal(
            [("SIGNING_CERT", "signing.crt"), ("SIGNING_KEY", "signing.pem")],
            volume.Secret.Items.Select(item => (item.Key, item.Path)));
        Assert.Equal(("/etc/checkout/keys", true, null), (mount.MountPath, mount.ReadOnlyProperty!.Value, mount.SubPath));
    }

    [Fact]
    public void Directories_that_read_alike_have_volumes_of_their_own()
    {
        var pod = Apps.Minimal()
            .WithSecrets(File("A", "/certs/a/key"), File("B", "/certs-a/key"), File("C", "/Certs/A/key"))
            .Pod();

        Assert.Equal(4, pod.Volumes.Select(volume => volume.Name).Distinct().Count());
        Assert.Contains(pod.Volumes, volume => volume.Name == "secret-certs-a");
    }

    [Theory]
    [InlineData("/app/license.key")]
    [InlineData("/tmp/token")]
    [InlineData("/etc/krb5.keytab")]
    [InlineData("/key")]
    public void A_file_in_a_directory_of_the_image_hides_nothing(string file)
    {
        var mount = Apps.Minimal().WithSecrets(File("KEY", file)).Container().VolumeMounts.Single(item => item.Name != "tmp");
        Assert.Equal((file, file[(file.LastIndexOf('/') + 1)..]), (mount.MountPath, mount.SubPath));
    }

    [Fact]
    public void The_external_secret_takes_each_value_from_its_store()
    {
        var spec = Apps.Rich().The<ExternalSecret>().Spec;

        Assert.Equal(new SecretStoreRef("aws-parameter-store", "ClusterSecretStore"), spec.SecretStoreRef);
        Assert.Equal(new ExternalSecretTarget("checkout", "Owner", "Retain"), spec.Target);
        Assert.Equal(
            [
                new ExternalSecretData("ConnectionStrings__Orders", new RemoteReference("/checkout/production/orders", "url")),
                new ExternalSecretData("SIGNING_CERT", new RemoteReference("/checkout/production/cert")),
                new ExternalSecretData(
                    "SIGNING_KEY",
                    new RemoteReference("/checkout/production/signing"),
                    new SecretSource(new SecretStoreRef("vault", "ClusterSecretStore"))),
            ],
            spec.Data);
    }

    [Fact]
    public void What_the_operator_would_fill_in_is_written()
    {
        var yaml = Yaml.ManifestYaml.Write(Apps.Rich().The<ExternalSecret>());
        Assert.Contains("refreshInterval: 1h0m0s\n", yaml, StringComparison.Ordinal);
        Assert.Contains("conversionStrategy: Default\n", yaml, StringComparison.Ordinal);
        Assert.Contains("decodingStrategy: None\n", yaml, StringComparison.Ordinal);
        Assert.Contains("metadataPolicy: None\n", yaml, StringComparison.Ordinal);
    }

    [Fact]
    public void An_app_without_secrets_has_no_external_secret() =>
        Assert.Empty(Apps.Minimal().Objects().OfType<ExternalSecret>());

    private static SecretSpec File(string name, string file) => new(name, "/store/" + name, null, null, file);
}
