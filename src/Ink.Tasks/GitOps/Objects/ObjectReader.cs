using System.Globalization;
using System.Text;
using Ink.Tasks.Git;
using Ink.Tasks.GitOps.Work;

namespace Ink.Tasks.GitOps.Objects;

/// <summary>An object of a git repository.</summary>
/// <param name="Kind"><c>commit</c>, <c>tree</c> or <c>blob</c>.</param>
/// <param name="Content">Its content.</param>
internal sealed record GitObject(string Kind, byte[] Content);

/// <summary>
/// Reads objects through one git-cat-file(1) that is kept. It never fetches: what is not there is missing, and the caller knows how to fetch
/// many at once.
/// </summary>
internal sealed class ObjectReader(Func<GitConversation> start) : IDisposable
{
    // 400 questions of 65 bytes at most are less than a pipe holds.
    private const int AtOnce = 400;

    private GitConversation? _git;

    /// <summary>Name → object, without those that are missing.</summary>
    /// <exception cref="WorkFault">The repository is damaged.</exception>
    public async Task<IReadOnlyDictionary<string, GitObject>> ReadAsync(IEnumerable<string> names, CancellationToken cancellationToken)
    {
        var found = new Dictionary<string, GitObject>(StringComparer.Ordinal);
        foreach (var batch in names.Distinct(StringComparer.Ordinal).Chunk(AtOnce))
        {
            _git ??= start();
            try
            {
                await _git.AskAsync(string.Concat(batch.Select(name => $"{name}\n")), cancellationToken);
                foreach (var name in batch)
                {
                    if (await ReadOneAsync(_git.Answers, cancellationToken) is { } read) found[name] = read;
                }
            }
            catch (IOException error)
            {
                throw new WorkFault($"git cannot read the objects of a commit: {await _git.ReadErrorsAsync()} ({error.Message})");
            }
        }

        return found;
    }

    /// <inheritdoc />
    public void Dispose() => _git?.Dispose();

    // "<name> SP <kind> SP <size> LF <content> LF", or "<name> SP missing LF".
    private static async Task<GitObject?> ReadOneAsync(Stream answers, CancellationToken cancellationToken)
    {
        var head = (await ReadLineAsync(answers, cancellationToken)).Split(' ');
        if (head is [_, "missing"]) return null;
        if (head is not [_, var kind, var size] || !int.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out var length))
            throw new IOException($"unexpected answer '{string.Join(' ', head)}'");
        var content = new byte[length];
        await answers.ReadExactlyAsync(content, cancellationToken);
        await ReadLineAsync(answers, cancellationToken);
        return new GitObject(kind, content);
    }

    private static async Task<string> ReadLineAsync(Stream answers, CancellationToken cancellationToken)
    {
        var line = new StringBuilder();
        var one = new byte[1];
        while (true)
        {
            if (await answers.ReadAsync(one, cancellationToken) == 0) throw new EndOfStreamException("git has gone away");
            if (one[0] == '\n') return line.ToString();
            line.Append((char)one[0]);
        }
    }
}
