using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;

namespace Ink.Tasks.Loading;

/// <summary>
/// Finds what the tasks of one platform share with those of all: a library that is not compiled ahead of time lies in the folder above them,
/// once. MSBuild looks beside the tasks alone.
/// </summary>
internal static class SharedLibraries
{
    [ModuleInitializer]
    [SuppressMessage("Usage", "CA2255", Justification = "MSBuild makes a task as the first thing that it does with this assembly.")]
    internal static void Register()
    {
        var tasks = typeof(SharedLibraries).Assembly;
        if (FolderOf(tasks.Location) is { } folder)
            AssemblyLoadContext.GetLoadContext(tasks)!.Resolving += (context, name) => Load(context, name, folder);
    }

    /// <summary>The folder above the tasks, where it holds the tasks for all platforms.</summary>
    internal static string? FolderOf(string tasks) =>
        Path.GetDirectoryName(Path.GetDirectoryName(tasks)) is { Length: > 0 } folder && File.Exists(Path.Combine(folder, Path.GetFileName(tasks)))
            ? folder
            : null;

    private static Assembly? Load(AssemblyLoadContext context, AssemblyName name, string folder)
    {
        var path = Path.Combine(folder, $"{name.Name}.dll");
        return string.IsNullOrEmpty(name.CultureName) && File.Exists(path) ? context.LoadFromAssemblyPath(path) : null;
    }
}
