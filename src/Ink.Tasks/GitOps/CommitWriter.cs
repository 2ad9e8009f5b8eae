using System.Globalization;
using System.Text;
using Ink.Tasks.GitOps.Planning;
using Ink.Tasks.GitOps.Work;

namespace Ink.Tasks.GitOps;

/// <summary>
/// Makes a commit on a tip with one run of git-fast-import(1), which writes blobs, trees and the commit from one stream.
/// It reads only the trees along the paths named and no file content, so it suits a partial clone; the alternative
/// (hash-object, mktree for each level, commit-tree) is three runs or more.
/// </summary>
internal static class CommitWriter
{
    /// <summary>Writes the commit and returns its hash.</summary>
    /// <param name="work">The repository to write to.</param>
    /// <param name="tip">The parent, or null for a first commit.</param>
    /// <param name="plan">What to write and delete.</param>
    /// <param name="change">Message, identity and time.</param>
    /// <param name="cancellationToken">Ends git.</param>
    /// <exception cref="WorkFault">The repository is damaged, or its disk full.</exception>
    public static async Task<string> WriteAsync(
        WorkRepository work, string? tip, ChangePlan plan, GitOpsChange change, CancellationToken cancellationToken)
    {
        using var stream = new MemoryStream();
        Line(stream, "feature done");
        Line(stream, $"commit {WorkRepository.NewRef}");
        Line(stream, "mark :1");
        Line(stream, $"author {change.Identity.Author} {When(change.Time)}");
        Line(stream, $"committer {change.Identity.Committer} {When(change.Time)}");
        Data(stream, Encoding.UTF8.GetBytes(change.Message));
        if (tip is not null) Line(stream, $"from {tip}");
        foreach (var path in plan.Deletes) Line(stream, $"D {Quote(path)}");
        foreach (var (path, content) in plan.Writes)
        {
            Line(stream, $"M 100644 inline {Quote(path)}");
            Data(stream, content);
        }

        Line(stream, "get-mark :1");
        Line(stream, "done");

        // --force: the ref may hold the commit of an attempt on an older tip.
        var result = await work.RunAsync(["fast-import", "--quiet", "--force", "--done", "--date-format=raw"], stream.ToArray(), cancellationToken);
        if (!result.Succeeded)
            throw new WorkFault($"git could not make the commit: {result.Words}");
        return result.Text.Trim();
    }

    private static void Line(MemoryStream stream, string text) => stream.Write(Encoding.UTF8.GetBytes(text + "\n"));

    private static void Data(MemoryStream stream, byte[] content)
    {
        Line(stream, string.Create(CultureInfo.InvariantCulture, $"data {content.Length}"));
        stream.Write(content);
        stream.WriteByte((byte)'\n');
    }

    // C-style; control characters and backslashes have been refused by GitOpsPath.
    private static string Quote(string path) => $"\"{path.Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    /// <summary>A time as git's raw format has it.</summary>
    public static string When(DateTimeOffset time)
    {
        var offset = time.Offset;
        var sign = offset < TimeSpan.Zero ? '-' : '+';
        return string.Create(CultureInfo.InvariantCulture, $"{time.ToUnixTimeSeconds()} {sign}{offset.Duration():hhmm}");
    }
}
