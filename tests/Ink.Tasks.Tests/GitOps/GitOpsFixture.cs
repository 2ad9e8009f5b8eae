using Ink.Tasks.Git;
using Ink.Tasks.GitOps;
using Ink.Tasks.GitOps.Objects;
using Ink.Tasks.Tests.Git;

namespace Ink.Tasks.Tests.GitOps;

/// <summary>A bare repository on disk, reached over file://, and what tests need to look into it.</summary>
internal sealed class GitOpsFixture : IDisposable
{
    private readonly TestRepository _folder = new();

    public GitOpsFixture(params string[] options)
    {
        _folder.Git(["init", "--quiet", "--bare", "-b", "main", .. options, Bare]);
        // As the hosted servers: contents are fetched only when asked for.
        Git("config", "uploadpack.allowFilter", "true");
    }

    /// <summary>One with names of the newer hash function, and a first commit: without one a clone would not know of it.</summary>
    public static GitOpsFixture WithSha256()
    {
        var remote = new GitOpsFixture("--object-format=sha256");
        var clone = Path.Combine(remote.Root, "seed");
        TestRepository.GitIn(remote.Root, "init", "--quiet", "--object-format=sha256", "-b", "main", clone);
        TestRepository.GitIn(clone, "-c", "user.name=x", "-c", "user.email=x@y", "commit", "--quiet", "--no-gpg-sign", "--allow-empty", "-m", "x");
        TestRepository.GitIn(clone, "push", "--quiet", remote.Bare, "main");
        return remote;
    }

    public static GitOpsOptions Patient { get; } = new() { Budget = new PushBudget(100, TimeSpan.FromMinutes(2), TimeSpan.FromMilliseconds(1)), Cache = null };

    public string Bare => _folder.PathOf("gitops.git");

    public string Url => $"file://{Bare}";

    public string Root => _folder.Root;

    /// <summary>Commits files by an ordinary clone and push, as a person would. Null content deletes.</summary>
    public string Commit(params (string Path, string? Text)[] files)
    {
        var clone = _folder.PathOf($"clone-{Guid.NewGuid():N}");
        TestRepository.GitIn(Root, "clone", "--quiet", Bare, clone);
        foreach (var (path, text) in files)
        {
            var full = Path.Combine(clone, path);
            Directory.CreateDirectory(Path.GetDirectoryName(full)!);
            if (text is null) File.Delete(full);
            else File.WriteAllText(full, text);
        }

        TestRepository.GitIn(clone, "add", "--all");
        TestRepository.GitIn(clone, "-c", "user.name=Someone", "-c", "user.email=s@example.com", "commit", "--quiet", "--no-gpg-sign", "-m", "by hand");
        TestRepository.GitIn(clone, "push", "--quiet", "origin", "HEAD:main");
        return TestRepository.GitIn(clone, "rev-parse", "HEAD");
    }

    public string Git(params string[] arguments) => TestRepository.GitIn(Root, [$"--git-dir={Bare}", .. arguments]);

    /// <summary>Installs a server-side hook: a shell script.</summary>
    public void Hook(string name, string script)
    {
        var file = Path.Combine(Bare, "hooks", name);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, $"#!/bin/sh\n{script}\n");
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    public string[] Files(string revision = "main") =>
        Git("ls-tree", "-r", "--name-only", revision).Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public string Read(string path, string revision = "main") => Git("show", $"{revision}:{path}");

    public int CommitCount() => int.Parse(Git("rev-list", "--count", "main"), System.Globalization.CultureInfo.InvariantCulture);

    public GitOpsRepository Open(GitOpsOptions? options = null, string basePath = "", string branch = "main", string? url = null) =>
        new(new GitOpsTarget(url ?? Url, branch, basePath), Root, options ?? Patient);

    public async Task<GitOpsResult> PushAsync(GitOpsChange change, GitOpsOptions? options = null, string basePath = "")
    {
        using var repository = Open(options, basePath);
        return await repository.PushAsync(change, CancellationToken.None);
    }

    /// <summary>A deploy of one application whose folder holds the named files and the list of them.</summary>
    public static GitOpsChange Deploy(string app, params (string Name, string Text)[] files) => Deploy(app, "", files);

    /// <summary>The same of a certain source commit.</summary>
    public static GitOpsChange Deploy(string app, string commit, params (string Name, string Text)[] files)
    {
        var folder = $"apps/{app}/dev";
        var application = $"app: {app}\n";
        var list = string.Join(',', files.Select(file => $"\"{file.Name.Replace("\"", "\\\"", StringComparison.Ordinal)}\":\"{Hash(file.Text)}\""));
        var all = files.ToDictionary(file => $"{folder}/{file.Name}", file => file.Text);
        all[$"{folder}/.ink/release.json"] = $$"""{"commit":"{{commit}}","files":{{{list}}},"application":"{{Hash(application)}}"}""" + "\n";
        all[$"argocd/dev/{app}.yaml"] = application;
        var ada = new Identity("Ada Example", "ada@example.com");
        return new GitOpsChange(
            [new OwnedFolder(folder, $"argocd/dev/{app}.yaml")],
            all,
            $"deploy({app}): 1a2b3c4d to dev",
            [new("Ink-App", app), new("Ink-Environment", "dev")],
            new CommitIdentity(ada, new Identity("Ink", "ink@ci")),
            new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.FromHours(2)));
    }

    public void Dispose() => _folder.Dispose();

    private static string Hash(string text) => BlobHash.Compute(System.Text.Encoding.UTF8.GetBytes(text), BlobHash.Sha1Digits);
}
