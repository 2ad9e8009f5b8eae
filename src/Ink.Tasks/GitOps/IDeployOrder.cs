using Ink.Tasks.GitOps.Planning;

namespace Ink.Tasks.GitOps;

/// <summary>Whether a deploy may replace another one: newer wins.</summary>
internal interface IDeployOrder
{
    /// <summary>Judges it, anew for every tip: while a push is repeated, a newer deploy may have landed.</summary>
    /// <param name="commit">The source commit of what is deployed.</param>
    /// <param name="commitTime">When it was committed (RFC 3339); empty where that is not known.</param>
    /// <param name="cancellationToken">Ends git.</param>
    /// <returns>What is to be told, or null.</returns>
    /// <exception cref="Errors.InkException">INK4010: what is deployed is newer.</exception>
    Task<GitOpsWarning?> JudgeAsync(string commit, string commitTime, CancellationToken cancellationToken);
}
