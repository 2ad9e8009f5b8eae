using System.Text.Json;
using System.Text.Json.Serialization;

namespace Ink.Tasks.Releases;

/// <summary>
/// A note of the last deploy, beside the build output: what it was made with, and what it made. It never stands in for looking: a call that
/// trusts it has found the same commit, the same fingerprint, the same image in its place and the branch where the deploy left it.
/// It is no part of the release, which is the same whoever makes it.
/// </summary>
/// <param name="Fingerprint">See <see cref="DeployFingerprint"/>.</param>
/// <param name="App">The app's name.</param>
/// <param name="Commit">The source commit, which is the image's tag as well.</param>
/// <param name="Registry">The registry; empty for an archive.</param>
/// <param name="Repository">The image's repository.</param>
/// <param name="Digest">The image's digest.</param>
/// <param name="Tip">The GitOps branch's tip afterwards.</param>
internal sealed record DeployRecord(string Fingerprint, string App, string Commit, string Registry, string Repository, string Digest, string Tip)
{
    /// <summary>The image.</summary>
    [JsonIgnore]
    public ImageName Image => new(Registry.Length == 0 ? null : Registry, Repository, Commit, Digest);

    /// <summary>Where an image is, as closing lines say it; nothing where its name does.</summary>
    public static string PlaceOf(ImageName image, string otherwise) => image.Registry is null ? $" ({otherwise})" : "";

    /// <summary>Reads one; null where there is none, or another version of Ink wrote it in another form.</summary>
    public static DeployRecord? Read(string path)
    {
        try
        {
            return File.Exists(path) ? JsonSerializer.Deserialize<DeployRecord>(File.ReadAllText(path)) : null;
        }
        catch (JsonException)
        {
            // Half-written or of another form: then the long way it is, which writes it anew.
            return null;
        }
    }

    /// <summary>Writes it.</summary>
    public void Write(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, JsonSerializer.Serialize(this));
    }
}
