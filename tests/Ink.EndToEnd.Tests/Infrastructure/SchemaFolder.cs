namespace Ink.EndToEnd.Tests.Infrastructure;

/// <summary>Strict JSON schemas of Kubernetes objects, one file a kind, which are not part of the repository.</summary>
internal static class SchemaFolder
{
    private const string Variable = "INK_SCHEMAS";

    private static string Folder => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named
        ? named
        : Path.GetFullPath(RepositoryRoot.Combine("..", "shared", "schemas"));

    /// <summary>The folder; skips the test where there is none.</summary>
    public static string OrSkip()
    {
        Skip.IfNot(Directory.Exists(Folder), $"no schemas in {Folder}: name their folder in {Variable}");
        return Folder;
    }

    /// <summary>The file of one kind: <c>apps_v1_Deployment.json</c>; kinds without an API group are in <c>core</c>.</summary>
    public static string FileOf(string apiVersion, string kind)
    {
        var group = apiVersion.Contains('/', StringComparison.Ordinal) ? apiVersion.Replace('/', '_') : $"core_{apiVersion}";
        return Path.Combine(OrSkip(), $"{group}_{kind}.json");
    }
}
