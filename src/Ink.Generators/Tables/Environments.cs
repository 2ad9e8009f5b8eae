using Ink.Generators.Reading;
using Ink.Model.Collections;
using Ink.Model.Declarations;
using Ink.Model.Resolution;
using Ink.Model.Specs;

namespace Ink.Generators.Tables;

/// <summary>What the model means where no environment is named, as in local development, and in each environment.</summary>
/// <param name="Local">Outside of every environment: what is limited to one does not apply.</param>
/// <param name="Named">In each environment, by name (ordinal).</param>
internal sealed record Environments(AppSpec Local, EquatableArray<AppSpec> Named)
{
    // A name that no project gives to an environment of its own.
    private const string LocalName = "local-machine";

    /// <summary>All of them, the local one first.</summary>
    public IEnumerable<AppSpec> All => Named.Prepend(Local);

    /// <summary>Every workload of every environment.</summary>
    public IEnumerable<WorkloadSpec> Workloads => All.SelectMany(app => app.Workloads);

    public static Environments Of(AppModel model, BuildSettings settings)
    {
        var names = model.Declarations
            .Select(declaration => declaration.Environment)
            .OfType<string>()
            .Concat(settings.EnvironmentsOrDefault)
            .Distinct(StringComparer.Ordinal)
            .OrderBy(name => name, StringComparer.Ordinal);
        return new Environments(Resolve(LocalName), names.Select(Resolve).ToEquatableArray());

        // As if MapInk() were called: the probes are asked for by the code that MapInk() is made of.
        AppSpec Resolve(string environment) => AppResolver.Resolve(model with { MapsHealth = true }, settings.ContextOf(environment)).Draft;
    }
}
