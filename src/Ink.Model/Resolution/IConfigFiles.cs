namespace Ink.Model.Resolution;

/// <summary>The files that <c>[ConfigFile]</c> names: those of the project's folder, or those that a release carries.</summary>
public interface IConfigFiles
{
    /// <summary>The file at a path relative to the project's folder, with <c>/</c>.</summary>
    ConfigFile Read(string path);
}
