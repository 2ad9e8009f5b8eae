namespace Ink;

/// <summary>
/// Puts a file of the project into the container, by way of a ConfigMap: configuration that differs from environment to environment, in
/// one image. What must stay secret belongs into <see cref="SecretAttribute"/>.
/// </summary>
/// <remarks>
/// The file is read when manifests are rendered: where it is missing then, that is INK1014. A change of it is a change of the deployment, so
/// pods start anew with it and a rollback brings the old one back. Text has line feeds at the end of its lines, whatever line endings git
/// checked out. The file holds 1 MiB at most (INK0003). Source: "ConfigMaps" in the Kubernetes documentation.
/// </remarks>
/// <example><c>[assembly: ConfigFile("config/{environment}.json", MountPath = "/app/appsettings.Local.json")]</c></example>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class ConfigFileAttribute : Attribute
{
    /// <summary>Mounts that file.</summary>
    /// <param name="path">
    /// Its path, relative to the project's folder and within it, with <c>/</c> (INK0008 otherwise); may hold placeholders.
    /// </param>
    public ConfigFileAttribute(string path) => Path = path;

    /// <summary>The file's path in the project.</summary>
    public string Path { get; }

    /// <summary>
    /// Where the container has it: the absolute path of a file, or with <c>/</c> at its end that of the directory that it lies in (INK0008
    /// otherwise, INK0006 where something is there already). Default: <c>/app/</c> and <see cref="Path"/>, which is the same path relative
    /// to the directory that the app starts in.
    /// </summary>
    public string? MountPath { get; set; }

    /// <summary>Limits the declaration to one environment, where it overrides the plain one of the same path.</summary>
    public string? Environment { get; set; }

    /// <summary>Limits the declaration to the workload of that name (INK0001 where there is none). Default: all of the app's.</summary>
    public string? Workload { get; set; }
}
