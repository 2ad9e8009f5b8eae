using Ink.Manifests.Reading;
using Microsoft.Build.Framework;

namespace Ink.Tasks;

/// <summary>A task that reads the model in the compiled assembly, for the environment that was asked for.</summary>
public abstract class AssemblyTask : ProjectTask
{
    /// <summary>The compiled assembly, which holds the model.</summary>
    [Required]
    public string AssemblyPath { get; set; } = "";

    /// <summary>The assembly's name, the app's where none is declared.</summary>
    [Required]
    public string AssemblyName { get; set; } = "";

    /// <summary><c>InkEnvironment</c>.</summary>
    [Required]
    public string EnvironmentName { get; set; } = "";

    private protected AssemblyModel ReadAssembly() => AssemblyModel.Read(AssemblyPath, AssemblyName);
}
