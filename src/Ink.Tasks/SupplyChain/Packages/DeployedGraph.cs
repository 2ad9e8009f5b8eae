namespace Ink.Tasks.SupplyChain.Packages;

/// <summary>
/// The part of a restore that is deployed, as the .NET SDK publishes it: all that is reached from the project's references without those
/// that are not published (<c>PrivateAssets="all"</c>, <c>Publish="false"</c>), as far as it has something that runs.
/// </summary>
internal sealed class DeployedGraph
{
    private readonly RestoredGraph _graph;
    private readonly HashSet<string> _reached = new(StringComparer.OrdinalIgnoreCase);

    /// <param name="graph">What was restored.</param>
    /// <param name="unpublished">Names of the references that are not published.</param>
    public DeployedGraph(RestoredGraph graph, IReadOnlySet<string> unpublished)
    {
        _graph = graph;
        var roots = graph.Direct.Where(name => !unpublished.Contains(name)).ToList();
        var open = new Stack<string>(roots);
        while (open.TryPop(out var name))
        {
            if (graph.Libraries.TryGetValue(name, out var library) && _reached.Add(name))
            {
                foreach (var dependency in library.Dependencies)
                    open.Push(dependency);
            }
        }

        Direct = Nearest(roots);
    }

    /// <summary>What is deployed, by name.</summary>
    public IReadOnlyList<RestoredLibrary> Libraries =>
        [.. _reached.Select(name => _graph.Libraries[name]).Where(library => library.HasRuntimeAssets).OrderBy(library => library.Name, StringComparer.Ordinal)];

    /// <summary>What the project itself refers to.</summary>
    public IReadOnlyList<RestoredLibrary> Direct { get; }

    /// <summary>What a library depends on.</summary>
    public IReadOnlyList<RestoredLibrary> DependenciesOf(RestoredLibrary library) => Nearest(library.Dependencies);

    // A package that only gathers others is passed through to what it gathers.
    private List<RestoredLibrary> Nearest(IEnumerable<string> names)
    {
        var found = new SortedDictionary<string, RestoredLibrary>(StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var open = new Stack<string>(names);
        while (open.TryPop(out var name))
        {
            if (!_reached.Contains(name) || !seen.Add(name))
                continue;
            var library = _graph.Libraries[name];
            if (library.HasRuntimeAssets)
                found[library.Name] = library;
            else
                library.Dependencies.ToList().ForEach(open.Push);
        }

        return [.. found.Values];
    }
}
