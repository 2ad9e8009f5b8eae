namespace Ink.Tasks.Git;

/// <summary>One run of git to make.</summary>
/// <param name="Directory">The folder to run in; it must exist.</param>
/// <param name="Arguments">The arguments, each passed as it is. No credential belongs here: others can read a process list.</param>
internal sealed record GitCall(string Directory, params IReadOnlyList<string> Arguments)
{
    /// <summary>Changes to the environment on top of <see cref="GitEnvironment"/>; null removes a variable.</summary>
    public IReadOnlyDictionary<string, string?> Environment { get; init; } = new Dictionary<string, string?>();

    /// <summary>What git reads on standard input; nothing by default, so that it can never wait for a person.</summary>
    public ReadOnlyMemory<byte> Input { get; init; }

    /// <summary>How long the run may take before it is ended: a server that stops answering must not hold a build forever.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromMinutes(5);
}
