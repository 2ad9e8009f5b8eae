using Ink.Manifests.Secrets;
using Ink.Model.Collections;
using Ink.Model.Declarations;
using Ink.Model.Resolution;
using k8s.Models;

namespace Ink.Manifests.Tests;

/// <summary>From declarations to objects: two workloads that fill one variable from different sources.</summary>
public class SecretKeyTests
{
    [Fact]
    public void Each_workload_gets_its_own_value_under_a_key_of_its_own()
    {
        var model = new AppModel("Shop", IsAspNetCore: true, MapsHealth: true, new EquatableArray<Declaration>(
        [
            new("Web", default),
            new("Worker", Arguments(("Name", "emails"))),
            new("Secret", Arguments(("From", "/web/db"), ("Name", "DB")), Workload: "web"),
            new("Secret", Arguments(("File", "/run/db/password"), ("From", "/emails/db"), ("Name", "DB")), Workload: "emails"),
        ]));
        var app = AppResolver.Resolve(model, new ResolutionContext("dev")).Spec!;

        var objects = AppRenderer.Render(app, new ContainerImage("shop:1", "1"));

        var keys = objects.OfType<ExternalSecret>().Single().Spec.Data.ToDictionary(data => data.SecretKey, data => data.RemoteRef.Key);
        var pods = objects.OfType<V1Deployment>().ToDictionary(deployment => deployment.Metadata.Name, deployment => deployment.Spec.Template.Spec);
        var variable = pods["shop"].Containers[0].Env.Single(env => env.Name == "DB").ValueFrom.SecretKeyRef.Key;
        var item = pods["shop-emails"].Volumes.Single(volume => volume.Secret is not null).Secret.Items.Single().Key;
        Assert.Equal(("/web/db", "/emails/db"), (keys[variable], keys[item]));
        Assert.NotEqual(variable, item);
    }

    private static EquatableArray<Argument> Arguments(params (string Name, string Value)[] arguments) =>
        arguments.Select(argument => new Argument(argument.Name, new ArgumentValue.Text(argument.Value))).ToEquatableArray();
}
