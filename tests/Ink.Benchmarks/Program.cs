using Ink.Benchmarks.Compiling;
using Ink.Benchmarks.Deploying;
using Ink.Benchmarks.Pushing;
using Ink.Benchmarks.Rendering;

return args switch
{
    ["throughput", .. var rest] => Throughput.Run(Number(rest, 1000)),
    ["task", .. var rest] => ColdTask.Run(Number(rest, 15)),
    ["build", .. var rest] => ColdBuild.Run(Number(rest, 10)),
    ["analyzers", .. var rest] => AnalyzerOverhead.Run(Number(rest, 10)),
    ["deploy", var registry, .. var rest] => Deploys.RunAgain(registry, Number(rest, 10)),
    ["first", var registry, .. var rest] => Deploys.RunFirst(registry, Number(rest, 10)),
    ["promote", var registry, .. var rest] => Deploys.RunPromotion(registry, Number(rest, 5)),
    ["gitops", .. var rest] => OnePush.Run(Number(rest, 7)),
    ["race", .. var rest] => Race.Run(Number(rest, 3)),
    // What the pairs of "task" run, each in a process of its own.
    ["once", "race", .. var rest] => Race.Once(Number(rest, 32)),
    ["once", "nothing"] => 0,
    ["once", "render"] => ColdTask.Once(),
    _ => Usage(),
};

static int Number(string[] arguments, int fallback) => arguments is [var text] ? int.Parse(text, System.Globalization.CultureInfo.InvariantCulture) : fallback;

static int Usage()
{
    Console.Error.WriteLine(
        """
        dotnet run -c Release --project tests/Ink.Benchmarks -- VERB [COUNT]

          throughput [APPS]   renders samples/Checkout under APPS names (1000), in all of its environments, in one process
          task [ROUNDS]       the render task in a fresh process, against a process that does nothing (15 pairs)
          build [ROUNDS]      dotnet build of samples/Checkout with InkRender, against the build alone (10 pairs)
          deploy REGISTRY [ROUNDS]  dotnet publish -t:InkDeploy of a commit that is deployed, against -t:PublishContainer (10 pairs)
          first REGISTRY [ROUNDS]   the same of a new commit each time; REGISTRY is host:port, filled by eng/base-image.sh
          promote REGISTRY [ROUNDS] dotnet publish -t:InkPromote into 120,000 files, against -t:PublishContainer of a new commit (5 pairs)
          gitops [ROUNDS]     the GitOps step of a deploy into 120,000 files, against clone, edit, commit and push (7 pairs)
          race [ROUNDS]       32 deploys at once into 4,800 files, against 32 loops of clone, push and pull; then 64 (3 pairs)
          analyzers [ROUNDS]  a build of 1,000 files with the generator and the analyzers, against one without (10 pairs)
        """);
    return 1;
}
