using Ink.Model.Specs;

namespace Ink.Model.Resolution;

/// <summary>What became of reading a config file.</summary>
public abstract record ConfigFile
{
    private ConfigFile()
    {
    }

    /// <summary>It is there.</summary>
    public sealed record Found(ConfigContent Content) : ConfigFile;

    /// <summary>There is no such file.</summary>
    public sealed record Missing : ConfigFile;

    /// <summary>A symbolic link leads out of the project's folder.</summary>
    public sealed record Outside : ConfigFile;

    /// <summary>It has more than <see cref="ConfigContent.MaxBytes"/>.</summary>
    public sealed record TooLarge : ConfigFile;

    /// <summary>It is there and cannot be read.</summary>
    /// <param name="Reason">Why, as the system says it.</param>
    public sealed record Unreadable(string Reason) : ConfigFile;

    /// <summary>A file with these bytes.</summary>
    public static ConfigFile Of(byte[] bytes)
    {
        var content = ConfigContent.Of(bytes);
        return content.Bytes > ConfigContent.MaxBytes ? new TooLarge() : new Found(content);
    }
}
