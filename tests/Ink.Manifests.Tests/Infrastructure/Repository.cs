namespace Ink.Manifests.Tests.Infrastructure;

/// <summary>Finds files outside the test assembly.</summary>
internal static class Repository
{
    /// <summary>The folder that holds the solution.</summary>
    public static string Root { get; } = FindRoot();

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Ink.Sdk.sln")))
                return folder.FullName;
        }

        throw new InvalidOperationException($"No Ink.Sdk.sln above {AppContext.BaseDirectory}.");
    }
}
