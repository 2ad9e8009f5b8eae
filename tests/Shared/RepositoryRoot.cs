namespace Ink.Testing;

/// <summary>Where the sources under test are.</summary>
internal static class RepositoryRoot
{
    public static string Path { get; } = Find();

    public static string Combine(params string[] parts) => System.IO.Path.Combine([Path, .. parts]);

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "Ink.Sdk.sln")))
                return folder.FullName;
        }

        throw new InvalidOperationException($"No Ink.Sdk.sln above {AppContext.BaseDirectory}: the tests run from the repository only.");
    }
}
