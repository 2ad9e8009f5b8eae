using System.Reflection;

namespace Ink.Tasks.Releases;

/// <summary>The version of Ink that is running.</summary>
internal static class InkVersion
{
    /// <summary>The package's version, without build metadata.</summary>
    public static string Current { get; } =
        (typeof(InkVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0.0.0").Split('+')[0];
}
