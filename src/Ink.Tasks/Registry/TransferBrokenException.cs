namespace Ink.Tasks.Registry;

/// <summary>
/// A transfer that ended too early, for a reason that may have gone when it is begun anew. Never leaves
/// <see cref="RegistryBlobs"/>: when its tries are spent, it becomes INK4002, or the
/// coded error that it holds.
/// </summary>
/// <param name="message">What broke, and where.</param>
/// <param name="inner">What was noticed, if it was an exception.</param>
internal sealed class TransferBrokenException(string message, Exception? inner = null) : IOException(message, inner)
{
    /// <summary>How long the registry asks to be left alone; null where it did not say.</summary>
    public TimeSpan? RetryAfter { get; init; }
}
