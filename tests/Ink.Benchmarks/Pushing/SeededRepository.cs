using System.Globalization;
using System.Text;
using Ink.Benchmarks.Paired;

namespace Ink.Benchmarks.Pushing;

/// <summary>A bare repository that is laid out as Ink lays a GitOps repository out, with so many apps in three environments each.</summary>
internal sealed class SeededRepository : IDisposable
{
    /// <summary>Files of one app in all of its environments.</summary>
    public const int FilesPerApp = 33;

    private static readonly string[] Environments = ["dev", "staging", "production"];

    private readonly string _folder = Directory.CreateTempSubdirectory("ink-benchmark-").FullName;

    public SeededRepository(int files)
    {
        Apps = files / FilesPerApp;
        Git(_folder, "init", "--quiet", "--bare", "--initial-branch=main", Path);
        var stream = System.IO.Path.Combine(_folder, "seed");
        using (var seed = new StreamWriter(stream, append: false, new UTF8Encoding(false)) { NewLine = "\n" }) Write(seed);
        Git(Path, "config", "uploadpack.allowFilter", "true");
        Git(Path, "config", "http.receivepack", "true");
        // Housekeeping at a moment of its own choice would fall on one side or the other.
        Git(Path, "config", "gc.auto", "0");
        Git(Path, "config", "receive.autogc", "false");
        (new Command("seed", "sh", "-c", $"git fast-import --quiet < {stream}") { Folder = Path }).Run();
        File.Delete(stream);
    }

    public string Folder => _folder;

    public string Path => System.IO.Path.Combine(_folder, "gitops.git");

    public int Apps { get; }

    /// <summary>How many files the branch has.</summary>
    public int Files => Apps * FilesPerApp;

    public string Git(params string[] arguments) => Git(Path, arguments);

    public static string Git(string folder, params string[] arguments) => Output.Of("git", folder, arguments);

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private void Write(StreamWriter seed)
    {
        seed.Write("commit refs/heads/main\ncommitter Seed <seed@example.org> 1700000000 +0000\ndata 4\nSeed\n");
        for (var app = 0; app < Apps; app++)
        {
            foreach (var environment in Environments)
            {
                for (var kind = 0; kind < 8; kind++) Add(seed, $"apps/app{app}/{environment}/kind{kind}-app{app}.yaml", Lines(app, environment, kind, 30));
                Add(seed, $"apps/app{app}/{environment}/kustomization.yaml", Lines(app, environment, 8, 10));
                Add(seed, $"apps/app{app}/{environment}/.ink/release.json", "{ \"files\": { } }\n");
                Add(seed, $"argocd/{environment}/app{app}.yaml", Lines(app, environment, 9, 30));
            }
        }
    }

    private static void Add(StreamWriter seed, string path, string text) => seed.Write(string.Create(CultureInfo.InvariantCulture, $"M 100644 inline {path}\ndata {text.Length}\n{text}\n"));

    private static string Lines(int app, string environment, int kind, int count) =>
        string.Concat(Enumerable.Range(0, count).Select(line => string.Create(CultureInfo.InvariantCulture, $"line{line}: app{app} {environment} {kind}\n")));
}
