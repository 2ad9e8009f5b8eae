namespace Ink.Manifests.Reading;

/// <summary>The text is no app model that this version of Ink can read. The message says why and what to do.</summary>
public sealed class ModelFormatException : Exception
{
    /// <summary>With a message for the person who runs Ink.</summary>
    public ModelFormatException(string message)
        : base(message)
    {
    }

    /// <summary>With the failure that it stems from.</summary>
    public ModelFormatException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
