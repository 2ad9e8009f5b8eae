using Ink.Tasks.Errors;
using Ink.Tasks.Releases;

namespace Ink.Tasks.Tests.Releases;

public sealed class ImageArchiveTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ink-test-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task No_archive_is_no_image() =>
        Assert.Null(await ImageArchive.ReadDigestAsync(Path.Combine(_folder, "none.tar"), mustBeWhole: true, CancellationToken.None));

    [Fact]
    public async Task A_damaged_archive_counts_as_none_before_the_publish_and_is_an_error_after_it()
    {
        var path = Path.Combine(_folder, "half.tar");
        await File.WriteAllTextAsync(path, "half of a");

        Assert.Null(await ImageArchive.ReadDigestAsync(path, mustBeWhole: false, CancellationToken.None));
        var exception = await Assert.ThrowsAsync<InkException>(() => ImageArchive.ReadDigestAsync(path, mustBeWhole: true, CancellationToken.None));
        Assert.Equal("INK4006", exception.Code);
    }
}
