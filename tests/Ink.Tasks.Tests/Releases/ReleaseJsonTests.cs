using System.Text.Json;
using Ink.Tasks.GitOps.Planning;
using Ink.Tasks.Releases;

namespace Ink.Tasks.Tests.Releases;

public sealed class ReleaseJsonTests
{
    private static readonly ImageName Image = ImageName.From("ghcr.io", "checkout", "1a2b", "sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef");

    private static string Write(params string[] files) =>
        ReleaseJson.Write("checkout", "dev", new SourceCommit("1a2b", "2026-01-02T03:04:05Z"), Image, """{"schema":1,"assembly":"Ä"}""", files.Select(file => KeyValuePair.Create(file, "text\n")), "app\n", ReleasedConfigFiles.None);

    [Fact]
    public void It_holds_what_a_later_render_needs()
    {
        using var json = JsonDocument.Parse(Write("a.yaml"));
        var release = json.RootElement;
        Assert.Equal(1, release.GetProperty("schema").GetInt32());
        Assert.Equal("1a2b", release.GetProperty("commit").GetString());
        Assert.Equal("2026-01-02T03:04:05Z", release.GetProperty("commitTime").GetString());
        Assert.Equal(Image.ToString(), release.GetProperty("image").GetString());
        Assert.Equal(Image.Digest, release.GetProperty("digest").GetString());
        Assert.Equal("Ä", release.GetProperty("model").GetProperty("assembly").GetString());
    }

    [Fact]
    public void It_is_the_same_whatever_the_order_of_the_files() =>
        Assert.Equal(Write("a.yaml", "b.yaml"), Write("b.yaml", "a.yaml"));

    [Fact]
    public void It_has_line_feeds_only_and_ends_with_one()
    {
        var text = Write("a.yaml");
        Assert.DoesNotContain('\r', text);
        Assert.EndsWith("}\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_push_reads_its_list_of_files_back() =>
        Assert.Equal(["a.yaml", "b.yaml", ".ink/release.json", "kustomization.yaml"], ReleaseFiles.Parse(Write("b.yaml", "a.yaml"))!.Files.Keys);

    [Fact]
    public void Files_are_noted_with_what_git_calls_their_contents()
    {
        // printf 'text\n' | git hash-object --stdin
        Assert.Equal("8e27be7d6154a1f68ea9160ef0e18691d20560dc", ReleaseFiles.Parse(Write("a.yaml"))!.Files["a.yaml"]);
        Assert.Equal("1a2b", ReleaseFiles.Parse(Write("a.yaml"))!.Commit);
    }

    [Fact]
    public void A_render_without_a_commit_says_so_with_null()
    {
        using var json = JsonDocument.Parse(ReleaseJson.Write("checkout", "dev", new SourceCommit("", ""), Image, "{}", [], "", ReleasedConfigFiles.None));
        Assert.Equal(JsonValueKind.Null, json.RootElement.GetProperty("commit").ValueKind);
        Assert.Equal(JsonValueKind.Null, json.RootElement.GetProperty("commitTime").ValueKind);
    }
}
