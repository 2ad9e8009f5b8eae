using System.Collections.Concurrent;
using CsCheck;
using Ink.Model.Declarations;
using Ink.Model.Resolution;
using Ink.Model.Specs;

namespace Ink.Manifests.Tests.Properties;

/// <summary>
/// The random applications that invariants are checked on: resolved from models, and such as the resolver could have made. They are made
/// once, anew in each run, because to make one takes as long as to check an invariant of it.
/// </summary>
internal static class Corpus
{
    private const int Models = 10_000;
    private const int Specs = 2_000;

    private static readonly Gen<Sampled> FromModel = Gen.Select(ModelGen.Valid, ModelGen.Context, (model, context) => new Sampled(
        AppResolver.Resolve(model, context).Spec ?? throw new InvalidOperationException($"Not a sound model: {ModelJson.Write(model)}"),
        $"{context.Environment} of {ModelJson.Write(model)}"));

    private static readonly Gen<Sampled> FromSpec =
        Gen.OneOf(AppGen.App, AppGen.App.Operated(), AppGen.App.Operated().WithSidecars()).Select(app => new Sampled(app, app.ToString()));

    private static readonly Lazy<IReadOnlyCollection<Sampled>> All = new(() => [.. Take(FromModel, Models), .. Take(FromSpec, Specs)]);

    /// <summary>Checks every application; where one fails, looks for a smaller one that does.</summary>
    public static void Check(Action<AppSpec> check)
    {
        var failures = new ConcurrentQueue<(Sampled Sampled, Exception Exception)>();
        Parallel.ForEach(All.Value, (sampled, state) =>
        {
            try
            {
                check(sampled.App);
            }
            catch (Exception exception)
            {
                failures.Enqueue((sampled, exception));
                state.Stop();
            }
        });
        if (!failures.TryDequeue(out var failure))
            return;

        FromModel.Sample(sampled => check(sampled.App), iter: Models);
        FromSpec.Sample(sampled => check(sampled.App), iter: Specs);
        throw new InvalidOperationException($"It does not hold for {failure.Sampled}", failure.Exception);
    }

    private static ConcurrentBag<Sampled> Take(Gen<Sampled> gen, int count)
    {
        var taken = new ConcurrentBag<Sampled>();
        gen.Sample(taken.Add, iter: count);
        return taken;
    }

    private sealed record Sampled(AppSpec App, string Origin)
    {
        public override string ToString() => Origin;
    }
}
