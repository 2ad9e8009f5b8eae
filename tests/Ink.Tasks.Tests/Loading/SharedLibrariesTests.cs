using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;
using Ink.Model.Collections;
using Ink.Model.Declarations;
using Ink.Tasks.Loading;
using Ink.Tasks.Tests.Shell;

namespace Ink.Tasks.Tests.Loading;

/// <summary>The folders of the package: what is compiled for one platform, and above it what is for all.</summary>
public sealed class SharedLibrariesTests : IDisposable
{
    private const string Tasks = "Ink.Tasks.dll";
    private const string Shared = "Ink.Tests.Above";

    private static readonly string Built = Path.GetDirectoryName(typeof(SharedLibraries).Assembly.Location)!;

    private readonly string _folder = Directory.CreateTempSubdirectory("ink-test-").FullName;
    private readonly string _platform;

    public SharedLibrariesTests() => _platform = Directory.CreateDirectory(Path.Combine(_folder, "linux-x64")).FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Tasks_of_one_platform_find_what_lies_above_them_and_each_copy_its_own()
    {
        Copy(Tasks, _folder);
        Copy(Tasks, _platform);
        ModelAssembly.WriteInto(_folder, new AppModel(Shared, IsAspNetCore: false, MapsHealth: false, new EquatableArray<Declaration>([])));
        var (first, second) = (new PluginContext(_platform), new PluginContext(_platform));

        // Before anything else of the assembly runs.
        RuntimeHelpers.RunModuleConstructor(first.LoadFromAssemblyPath(Path.Combine(_platform, Tasks)).ManifestModule.ModuleHandle);
        Assert.Throws<FileNotFoundException>(() => second.LoadFromAssemblyName(new AssemblyName(Shared)));
        RuntimeHelpers.RunModuleConstructor(second.LoadFromAssemblyPath(Path.Combine(_platform, Tasks)).ManifestModule.ModuleHandle);

        var found = first.LoadFromAssemblyName(new AssemblyName(Shared));
        Assert.Equal(Path.Combine(_folder, $"{Shared}.dll"), found.Location);
        Assert.NotSame(found, second.LoadFromAssemblyName(new AssemblyName(Shared)));
        Assert.Throws<FileNotFoundException>(() => first.LoadFromAssemblyName(new AssemblyName("Nowhere")));
    }

    [Fact]
    public void Tasks_for_all_platforms_look_nowhere_else()
    {
        Copy(Tasks, _platform);
        Assert.Null(SharedLibraries.FolderOf(Path.Combine(_platform, Tasks)));
        Assert.Null(SharedLibraries.FolderOf(""));
    }

    private static void Copy(string file, string folder) => File.Copy(Path.Combine(Built, file), Path.Combine(folder, file));

    /// <summary>As MSBuild makes one for each assembly with tasks: it looks beside that assembly, and nothing is shared with the test's own.</summary>
    private sealed class PluginContext(string folder) : AssemblyLoadContext($"plugin {folder}")
    {
        protected override Assembly? Load(AssemblyName assemblyName)
        {
            var beside = Path.Combine(folder, $"{assemblyName.Name}.dll");
            return File.Exists(beside) ? LoadFromAssemblyPath(beside) : null;
        }
    }
}
