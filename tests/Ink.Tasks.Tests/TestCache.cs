using System.Runtime.CompilerServices;

namespace Ink.Tasks.Tests;

/// <summary>Keeps what tests push to out of the user's cache.</summary>
internal static class TestCache
{
    [ModuleInitializer]
    [System.Diagnostics.CodeAnalysis.SuppressMessage("Usage", "CA2255", Justification = "Before the first test, whichever that is.")]
    internal static void Begin()
    {
        var folder = Directory.CreateTempSubdirectory("ink-cache-").FullName;
        Environment.SetEnvironmentVariable("XDG_CACHE_HOME", folder);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
    }
}
