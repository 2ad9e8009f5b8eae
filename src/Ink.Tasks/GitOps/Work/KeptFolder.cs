using System.Security.Cryptography;
using System.Text;
using Ink.Tasks.Git;

namespace Ink.Tasks.GitOps.Work;

/// <summary>
/// The folder of one address in the user's cache, for one process at a time: a file in it is locked as long as this object lives, and the
/// operating system unlocks it even for a process that is killed. Deploys of one machine so wait for each other instead of racing.
/// </summary>
internal sealed class KeptFolder : IDisposable
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private const UnixFileMode WritableByOthers = UnixFileMode.GroupWrite | UnixFileMode.OtherWrite;

    // EAGAIN of Linux, of macOS, and ERROR_SHARING_VIOLATION of Windows.
    private static readonly int[] HeldByAnother = [11, 35, 32];
    private static readonly TimeSpan UnusedFor = TimeSpan.FromDays(30);

    private readonly FileStream _lock;

    private KeptFolder(string path, FileStream held) => (Path, _lock) = (path, held);

    /// <summary>The folder.</summary>
    public string Path { get; }

    /// <summary>Which way of fetching the server was last found to allow; see <see cref="BranchTip"/>.</summary>
    public int Way
    {
        get
        {
            _lock.Position = 0;
            return _lock.ReadByte() is var digit and >= '0' and <= '9' ? digit - '0' : 0;
        }
        set
        {
            _lock.Position = 0;
            _lock.WriteByte((byte)('0' + value));
            _lock.Flush();
        }
    }

    /// <summary>Takes the folder of an address, waiting while another process has it; null where that takes too long.</summary>
    /// <param name="cache">The folder that they are all in.</param>
    /// <param name="remote">The address. It becomes a hash, so that no part of it can be read in a file's name.</param>
    /// <param name="patience">How long to wait.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="IOException">The folder cannot be used.</exception>
    /// <exception cref="UnauthorizedAccessException">Likewise.</exception>
    public static async Task<KeptFolder?> HoldAsync(string cache, RemoteUrl remote, TimeSpan patience, CancellationToken cancellationToken)
    {
        var path = System.IO.Path.Combine(cache, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(remote.Address)))[..32]);
        MakeFolder(path);
        var start = TimeProvider.System.GetTimestamp();
        while (true)
        {
            if (TryLock(path) is { } held)
            {
                Sweep(cache, path);
                return new KeptFolder(path, held);
            }

            if (TimeProvider.System.GetElapsedTime(start) > patience) return null;
            await Task.Delay(Random.Shared.Next(5, 25), cancellationToken);
        }
    }

    /// <inheritdoc />
    public void Dispose() => _lock.Dispose();

    private static void MakeFolder(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
            return;
        }

        Directory.CreateDirectory(path, OwnerOnly);
        // What git reads there it believes.
        if ((File.GetUnixFileMode(path) & WritableByOthers) != 0) throw new UnauthorizedAccessException($"Others may write to '{path}'.");
    }

    private static FileStream? TryLock(string path)
    {
        try
        {
            var held = new FileStream(System.IO.Path.Combine(path, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 1);
            // Says when it was used last.
            if (held.Length == 0) held.WriteByte((byte)'0');
            File.SetLastWriteTimeUtc(held.SafeFileHandle, DateTime.UtcNow);
            return held;
        }
        catch (IOException error) when (HeldByAnother.Contains(error.HResult & 0xFFFF))
        {
            return null;
        }
    }

    // Repositories that nobody deploys to any more.
    private static void Sweep(string cache, string own)
    {
        foreach (var folder in Directory.EnumerateDirectories(cache).Where(folder => folder != own))
        {
            try
            {
                var file = System.IO.Path.Combine(folder, "lock");
                // Without one, it is just being made.
                if (!File.Exists(file) || DateTime.UtcNow - File.GetLastWriteTimeUtc(file) < UnusedFor) continue;
                using var held = TryLock(folder);
                if (held is not null) WorkLayout.Delete(folder);
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                // Another process is at it, or it is nobody's to delete.
            }
        }
    }
}
