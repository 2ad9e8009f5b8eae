using Ink.Model.Resolution;
using Ink.Model.Specs;

namespace Ink.Manifests.Tests.Properties;

/// <summary>A project in which every file is there; what is in one follows from its name.</summary>
internal sealed class EveryFile : IConfigFiles
{
    public ConfigFileReading Read(string path) => new ConfigFileReading.Found(
        path.EndsWith(".bin", StringComparison.Ordinal) ? ConfigContent.OfBinary([0, 255, (byte)path.Length]) : ConfigContent.OfText($"{path}: \"no\"\n"));
}
