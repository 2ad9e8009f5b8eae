using Ink.Tasks.Errors;
using Ink.Tasks.Git;

namespace Ink.Tasks.GitOps.Work;

/// <summary>
/// Gives a repository to work in, and another one where that is no good: the kept one of the address; the same, emptied; a temporary one. What
/// is wrong with the first two is nobody's trouble but ours, so nothing has to be mended by hand.
/// </summary>
internal sealed class Workshop(GitClient git, RemoteUrl remote, Func<Task<WorkSettings>> settings, string? cache, Action<string>? tell) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private KeptFolder? _kept;
    private WorkRepository? _work;
    private bool _isTemporary = cache is null;
    private int _way;

    /// <summary>Does something in a repository. It may be done again in another one, from its beginning.</summary>
    /// <exception cref="InkException">INK4003: even a temporary one is no good.</exception>
    public async Task<T> UseAsync<T>(Func<WorkRepository, Task<T>> use, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                var result = await use(await OpenAsync(cancellationToken));
                NoteWay();
                return result;
            }
            catch (WorkFault fault)
            {
                StepDown(fault.Message, fault.WantsOtherWay);
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                StepDown(error.Message, wantsOtherWay: false);
            }
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _work?.Dispose();
        _kept?.Dispose();
    }

    private async Task<WorkRepository> OpenAsync(CancellationToken cancellationToken)
    {
        if (_work is not null) return _work;
        var own = await settings();
        if (!_isTemporary)
        {
            _kept ??= await KeptFolder.HoldAsync(cache!, remote, Patience, cancellationToken);
            if (_kept is not null)
            {
                _way = _kept.Way;
                // Held until the end, whichever repository is in use then: others would find the same fault.
                return _work = new WorkRepository(git, remote, own, _kept.Path) { Way = _way };
            }

            _isTemporary = true;
        }

        var folder = new TemporaryFolder();
        try
        {
            return _work = new WorkRepository(git, remote, own, folder.Path, folder) { Way = _way };
        }
        catch
        {
            folder.Dispose();
            throw;
        }
    }

    private void StepDown(string why, bool wantsOtherWay)
    {
        if (!_isTemporary)
        {
            if (_work is { IsFresh: false } old && TryEmpty(old)) return;
            tell?.Invoke($"the cache of GitOps repositories in '{cache}' cannot be used, so a temporary folder is: {why.TrimEnd('.')}.");
            _work?.Dispose();
            _work = null;
            _isTemporary = true;
        }
        else if (_work is { } work && wantsOtherWay && BranchTip.HasWayAfter(_way))
        {
            work.Way = ++_way;
            work.StartOver();
        }
        else
        {
            throw GitOpsFailure.NoWork(remote, why);
        }
    }

    private static bool TryEmpty(WorkRepository work)
    {
        try
        {
            work.StartOver();
            return true;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    // Only what has worked: a broken connection looks like a server that refuses.
    private void NoteWay()
    {
        if (_kept is not null && _way > 0 && _kept.Way != _way) _kept.Way = _way;
    }
}
