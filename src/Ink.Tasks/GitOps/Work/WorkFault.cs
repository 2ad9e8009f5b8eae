namespace Ink.Tasks.GitOps.Work;

/// <summary>
/// Something is wrong with the repository that is worked in, not with the remote one: what is in it may be damaged, or its disk full. Never
/// seen outside: another repository takes its place, and only the last one's fault is told.
/// </summary>
internal sealed class WorkFault(string message) : Exception(message)
{
    /// <summary>Whether the server does not do what this way of fetching needs, so that another way may.</summary>
    public bool WantsOtherWay { get; init; }
}
