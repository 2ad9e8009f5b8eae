using Ink.Tasks.Git;
using Ink.Tasks.Releases;

namespace Ink.Tasks.Tests.Releases;

public sealed class ReleaseTests
{
    private const string Commit = "1a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d";

    [Fact]
    public void A_release_becomes_one_commit_in_its_own_folder_and_the_applications()
    {
        var image = ImageName.From("ghcr.io", "checkout", Commit, "sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef");
        var release = new Release("checkout", "dev", new SourceCommit(Commit, "2026-01-02T03:04:05Z"), image, new Dictionary<string, string> { ["service-checkout.yaml"] = "s" }, "a");
        var identity = new Identity("Ada", "ada@example.com");

        var change = release.ToChange(new CommitIdentity(identity, identity), DateTimeOffset.UnixEpoch);

        Assert.Equal("apps/checkout/dev", Assert.Single(change.Folders).Path);
        Assert.Equal(["apps/checkout/dev/service-checkout.yaml", "argocd/dev/checkout.yaml"], change.Files.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(
            $"deploy(checkout): 1a2b3c4d to dev\n\nInk-App: checkout\nInk-Environment: dev\nInk-Source: {Commit}\nInk-Image: {image}\n",
            change.Message);
    }
}
