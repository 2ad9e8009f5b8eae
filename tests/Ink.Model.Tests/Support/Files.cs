using System.Text;
using Ink.Model.Resolution;

namespace Ink.Model.Tests.Support;

/// <summary>The files of a project that is not on disk; keeps which were asked for.</summary>
internal sealed class Files(params (string Path, ConfigFileReading File)[] files) : IConfigFiles
{
    public List<string> Asked { get; } = [];

    public static Files With(params string[] paths) => new([.. paths.Select(path => (path, ConfigFileReading.Of(Encoding.UTF8.GetBytes($"content of {path}\n"))))]);

    public ConfigFileReading Read(string path)
    {
        Asked.Add(path);
        return files.FirstOrDefault(file => file.Path == path).File ?? new ConfigFileReading.Missing();
    }
}
