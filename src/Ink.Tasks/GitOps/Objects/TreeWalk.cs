using Ink.Tasks.GitOps.Work;

namespace Ink.Tasks.GitOps.Objects;

/// <summary>
/// Finds files of commits by their paths, level by level: only the trees on the way are read, and those of one level that are missing are
/// fetched at once. So the cost goes with the depth of the paths, however many files the repository has.
/// </summary>
internal sealed class TreeWalk(WorkRepository work)
{
    private sealed record Node(string Commit, string Tree, string Path, IReadOnlyList<Rest> Rests);

    // What is left of a pattern below a node; nothing is left where all below is wanted.
    private sealed record Rest(ArraySegment<string> Segments, int Near)
    {
        public bool IsAll => Segments.Count == 0;

        public bool IsNear => Segments.Count <= Near && Near > 0;
    }

    /// <summary>Path → file for every file of a commit that fits a pattern, and for files that are in the way of one.</summary>
    public async Task<IReadOnlyDictionary<string, TreeFile>> FindAsync(string commit, IEnumerable<PathPattern> patterns, CancellationToken cancellationToken) =>
        (await FindAsync([commit], patterns, cancellationToken))[commit];

    /// <summary>The same of several commits, level by level of all of them.</summary>
    public async Task<IReadOnlyDictionary<string, IReadOnlyDictionary<string, TreeFile>>> FindAsync(
        IReadOnlyCollection<string> commits, IEnumerable<PathPattern> patterns, CancellationToken cancellationToken)
    {
        var rests = patterns.Select(pattern => new Rest(pattern.Segments, pattern.Near)).ToList();
        var roots = await work.ReadAsync(commits, cancellationToken);
        var level = commits.Select(commit => new Node(commit, TreeObject.Header(Found(roots, commit).Content, "tree").First(), "", rests)).ToList();
        var files = commits.ToDictionary(commit => commit, _ => new Dictionary<string, TreeFile>(StringComparer.Ordinal));
        while (level.Count > 0)
        {
            var trees = await ReadAsync(level, cancellationToken);
            level = [.. level.SelectMany(node => Descend(node, TreeObject.Parse(Found(trees, node.Tree).Content, node.Commit.Length), files[node.Commit]))];
        }

        return files.ToDictionary(pair => pair.Key, IReadOnlyDictionary<string, TreeFile> (pair) => pair.Value);
    }

    private static GitObject Found(IReadOnlyDictionary<string, GitObject> objects, string name) =>
        objects.GetValueOrDefault(name) ?? throw new WorkFault($"the object {name} is missing, and the server did not send it");

    private async Task<IReadOnlyDictionary<string, GitObject>> ReadAsync(List<Node> level, CancellationToken cancellationToken)
    {
        var present = await work.ReadAsync(level.Select(node => node.Tree), cancellationToken);
        var missing = level.Where(node => !present.ContainsKey(node.Tree)).ToLookup(node => node.Rests.Any(rest => rest.IsNear), node => node.Tree);
        if (missing.Count == 0) return present;
        await work.FetchObjectsAsync([.. missing[true]], [.. missing[false]], cancellationToken);
        return await work.ReadAsync(level.Select(node => node.Tree), cancellationToken);
    }

    private static IEnumerable<Node> Descend(Node node, List<TreeEntry> entries, Dictionary<string, TreeFile> files)
    {
        foreach (var entry in entries)
        {
            var rests = node.Rests.Where(rest => rest.IsAll || rest.Segments[0] == "*" || rest.Segments[0] == entry.Name).ToList();
            if (rests.Count == 0) continue;
            var path = node.Path.Length == 0 ? entry.Name : $"{node.Path}/{entry.Name}";
            if (entry.IsTree)
                yield return new Node(node.Commit, entry.Hash, path, [.. rests.Select(rest => rest.IsAll ? rest : rest with { Segments = rest.Segments[1..] })]);
            else if (rests.Exists(rest => rest.Segments.Count == 0 || rest.Segments[0] != "*" || rest.Segments.Count == 1))
                files[path] = new TreeFile(entry.Mode, entry.Hash);
        }
    }
}
