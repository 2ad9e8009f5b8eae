namespace Ink.EndToEnd.Tests.Infrastructure;

/// <summary>The programs of this machine.</summary>
internal static class Programs
{
    /// <summary>The full path of a program on the path.</summary>
    public static string Find(string name) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, name))
            .FirstOrDefault(File.Exists)
        ?? throw new InvalidOperationException($"'{name}' is not on the path: run eng/setup.sh first.");
}
