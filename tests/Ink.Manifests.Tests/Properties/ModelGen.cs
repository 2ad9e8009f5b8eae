using CsCheck;
using Ink.Model.Collections;
using Ink.Model.Declarations;
using Ink.Model.Resolution;

namespace Ink.Manifests.Tests.Properties;

/// <summary>Makes random models: attributes as users write them, with overrides, before anything is resolved.</summary>
internal static class ModelGen
{
    public const string Production = "production";

    private static readonly string[] Workloads = ["Worker", "CronJob", "Job"];
    private static readonly string[] PerApp = ["App", "IamRole"];
    private static readonly string[] PerRunning = ["Health", "Metrics"];
    private static readonly string[] PerWorkload =
        ["Resources", "EnvironmentVariable", "Secret", "Availability", "Label", "Annotation", "AllowFrom", "AllowTo"];

    private static readonly string[] PerRoute = ["Ingress", "Route"];
    private static readonly string?[] Scaling = [null, "Autoscale", "QueueScale"];

    /// <summary>Models of which nothing is wrong.</summary>
    public static Gen<AppModel> Valid { get; } =
        from web in Overridden("Web").Null()
        from named in Gen.OneOf(Workloads).SelectMany(Overridden).Array[0, 3]
        from isTyped in Gen.Bool
        from model in Around(web ?? [], [.. named.DistinctBy(layers => layers[0].WorkloadName).SelectMany(layers => isTyped ? Typed(layers) : layers)])
        select model;

    /// <summary>What to resolve a model with.</summary>
    public static Gen<ResolutionContext> Context { get; } =
        from environment in Gen.OneOf("dev", Production)
        from project in PropertyGen.Some
        from commandLine in PropertyGen.Some
        from metadata in PropertyGen.Some
        from labels in PropertyGen.Metadata
        from annotations in PropertyGen.Metadata
        let context = ContextOf(environment)
        select context with
        {
            Project = project,
            CommandLine = commandLine,
            Metadata = context.Metadata.Concat(metadata.Select(pair => KeyValuePair.Create(pair.Key["Ink".Length..], pair.Value))).ToDictionary(),
            Labels = labels,
            Annotations = annotations,
        };

    /// <summary>Models with one argument of one attribute that is an error.</summary>
    public static Gen<BrokenModel> Invalid { get; } =
        from attribute in Gen.OneOf([.. AttributeGen.Attributes])
        from argument in Gen.OneOf([.. AttributeGen.ArgumentsOf(attribute).Where(argument => argument.Invalid is not null)])
        from sound in AttributeGen.Declaration(attribute)
        from value in argument.Invalid!
        from environment in Gen.OneOf<string?>(null, Production)
        from model in Valid
        let broken = (argument.Name == "MinAvailable" ? sound.Without("MaxUnavailable") : sound.Without("MinAvailable")).With(argument.Name, value) with { Environment = environment }
        select new BrokenModel(model.With(broken), broken, argument.Name);

    public static ResolutionContext ContextOf(string environment) => new(environment)
    {
        KnownEnvironments = ["dev", Production],
        Metadata = new Dictionary<string, string> { ["Domain"] = "example.com", ["Account"] = "123456789012" },
    };

    private static Gen<AppModel> Around(Declaration[] web, Declaration[] named) =>
        from apps in Gen.OneOf(PerApp).SelectMany(attribute => Scoped(attribute, [])).Array[0, 2]
        from scaling in Gen.OneOf(Scaling)
        from running in Some([.. PerRunning, .. scaling is null ? [] : new[] { scaling }], [.. web.Concat(named.Where(Runs)).Select(workload => workload.WorkloadName).Distinct()])
        from all in Some(PerWorkload, [.. web.Concat(named).Select(workload => workload.WorkloadName).Distinct()])
        from routes in Some(web.Length > 0 ? PerRoute : [], [])
        from isAspNetCore in Gen.Bool
        from mapsHealth in Gen.Bool
        select new AppModel(
            "Checkout", isAspNetCore, mapsHealth, WithoutTwins([.. web, .. named, .. apps, .. running, .. all, .. routes]).ToEquatableArray());

    private static bool Runs(Declaration workload) => workload.Attribute is not ("CronJob" or "Job");

    private static Gen<Declaration[]> Some(string[] attributes, string[] workloads) =>
        attributes.Length == 0 ? Gen.Const(Array.Empty<Declaration>()) : Gen.OneOf(attributes).SelectMany(attribute => Scoped(attribute, workloads)).Array[0, 12];

    private static Gen<Declaration> Scoped(string attribute, string[] workloads) =>
        Gen.Select(AttributeGen.Declaration(attribute), Gen.OneOf<string?>(null, Production), Gen.OneOf<string?>([null, .. workloads]), (declaration, environment, workload) =>
            declaration with { Environment = environment, Workload = workload });

    private static Gen<Declaration[]> Overridden(string attribute) =>
        from plain in AttributeGen.Declaration(attribute)
        from production in AttributeGen.Declaration(attribute)
        from isOverridden in Gen.Bool
        let name = plain.TextOf("Name")
        let layer = name is null ? production.Without("Name") : production.With("Name", name)
        select isOverridden ? new[] { plain, layer with { Environment = Production } } : [plain];

    // [Worker<Orders>("orders")] with an override that goes by the name.
    private static IEnumerable<Declaration> Typed(Declaration[] layers) =>
        layers.Select((layer, i) => i == 0 ? layer.With("Type", "global::Shop.Orders") : layer);

    // In one scope there may be one declaration of a key; one that leaves the second key out speaks of every one with the first.
    private static IEnumerable<Declaration> WithoutTwins(IEnumerable<Declaration> declarations) => declarations.DistinctBy(declaration =>
    {
        var kind = AttributeKind.Find(declaration.Attribute)!;
        var isPlain = declaration.Environment is null && declaration.Workload is null;
        return (
            declaration.Attribute,
            declaration.Environment,
            declaration.Workload,
            kind.Key is null || declaration.Attribute == "Web" ? null : declaration.TextOf(kind.Key),
            isPlain && kind.OptionalKey is not null ? declaration[kind.OptionalKey] : null);
    });
}

/// <summary>A model with one argument that is an error.</summary>
/// <param name="Model">The model.</param>
/// <param name="Declaration">The declaration at fault.</param>
/// <param name="Argument">Its argument.</param>
internal sealed record BrokenModel(AppModel Model, Declaration Declaration, string Argument)
{
    public override string ToString() => $"{Argument} of {ModelJson.Write(Declaration)} in {ModelJson.Write(Model)}";
}
