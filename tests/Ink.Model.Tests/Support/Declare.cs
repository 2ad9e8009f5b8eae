using Ink.Model.Collections;
using Ink.Model.Declarations;

namespace Ink.Model.Tests.Support;

/// <summary>Writes declarations the way attributes are written: <c>Web(("Port", 9090)).In("production")</c>.</summary>
internal static class Declare
{
    public static Declaration App(string name, params (string, object)[] named) => Attribute("App", [("Name", name), .. named]);

    public static Declaration Web(params (string, object)[] named) => Attribute("Web", named);

    public static Declaration Worker(string name, params (string, object)[] named) => Attribute("Worker", [("Name", name), .. named]);

    public static Declaration WorkerOf(string type, params (string, object)[] named) => Attribute("Worker", [("Type", $"global::Shop.{type}"), .. named]);

    public static Declaration CronJob(string name, string schedule, params (string, object)[] named) =>
        Attribute("CronJob", [("Name", name), ("Schedule", schedule), .. named]);

    public static Declaration CronJobOf(string type, string schedule, params (string, object)[] named) =>
        Attribute("CronJob", [("Type", $"global::Shop.{type}"), ("Schedule", schedule), .. named]);

    public static Declaration Job(string name, params (string, object)[] named) => Attribute("Job", [("Name", name), .. named]);

    public static Declaration JobOf(string type, params (string, object)[] named) => Attribute("Job", [("Type", $"global::Shop.{type}"), .. named]);

    public static Declaration Resources(params (string, object)[] named) => Attribute("Resources", named);

    public static Declaration Health(params (string, object)[] named) => Attribute("Health", named);

    public static Declaration Ingress(string host, params (string, object)[] named) => Attribute("Ingress", [("Host", host), .. named]);

    public static Declaration Variable(string name, string value) => Attribute("EnvironmentVariable", ("Name", name), ("Value", value));

    public static Declaration Secret(string name, params (string, object)[] named) => Attribute("Secret", [("Name", name), .. named]);

    public static Declaration IamRole(string arn) => Attribute("IamRole", ("Arn", arn));

    public static Declaration Autoscale(params (string, object)[] named) => Attribute("Autoscale", named);

    public static Declaration Availability(params (string, object)[] named) => Attribute("Availability", named);

    public static Declaration Label(string key, string value, params (string, object)[] named) => Attribute("Label", [("Key", key), ("Value", value), .. named]);

    public static Declaration Annotation(string key, string value, params (string, object)[] named) => Attribute("Annotation", [("Key", key), ("Value", value), .. named]);

    public static Declaration Metrics(params (string, object)[] named) => Attribute("Metrics", named);

    public static Declaration AllowFrom(string peer, params (string, object)[] named) => Attribute("AllowFrom", [("Peer", peer), .. named]);

    public static Declaration AllowTo(string peer, params (string, object)[] named) => Attribute("AllowTo", [("Peer", peer), .. named]);

    public static Declaration Route(string host, params (string, object)[] named) => Attribute("Route", [("Host", host), .. named]);

    public static Declaration QueueScale(string trigger, params (string, object)[] named) => Attribute("QueueScale", [("Trigger", trigger), .. named]);

    public static Declaration Sidecar(string name, string image, params (string, object)[] named) => Attribute("Sidecar", [("Name", name), ("Image", image), .. named]);

    public static Declaration SidecarOverride(string name, params (string, object)[] named) => Attribute("Sidecar", [("Name", name), .. named]);

    public static Declaration Attribute(string attribute, params (string Name, object Value)[] arguments) =>
        new(attribute, arguments.Select(ToArgument).OrderBy(argument => argument.Name, StringComparer.Ordinal).ToEquatableArray());

    /// <summary>The value of an argument that takes several texts.</summary>
    public static string[] List(params string[] items) => items;

    public static Declaration In(this Declaration declaration, string environment) => declaration with { Environment = environment };

    public static Declaration For(this Declaration declaration, string workload) => declaration with { Workload = workload };

    private static Argument ToArgument((string Name, object Value) argument) => new(argument.Name, argument.Value switch
    {
        string text => new ArgumentValue.Text(text),
        int number => new ArgumentValue.Number(number),
        bool flag => new ArgumentValue.Flag(flag),
        string[] list => new ArgumentValue.List(list.ToEquatableArray()),
        _ => throw new ArgumentException($"No attribute takes a {argument.Value.GetType().Name}.", nameof(argument)),
    });
}
