using Ink.Tasks.Tests.GitOps;

namespace Ink.Tasks.Tests.Faults;

/// <summary>What a remote may be after a push that came to grief: as before, or with the whole of the change. Never between.</summary>
internal static class RemoteState
{
    /// <summary>Fails unless the branch is as it was, or one commit further with all files of the app and nothing else.</summary>
    /// <returns>Whether the change has landed.</returns>
    public static bool Check(GitOpsFixture remote, string before, string app, string text)
    {
        remote.Git("fsck", "--strict", "--no-dangling", "--connectivity-only");
        var tip = remote.Git("rev-parse", "main");
        if (tip == before) return false;
        Assert.Equal(before, remote.Git("rev-parse", "main~1"));
        Assert.All(
            remote.Git("diff-tree", "-r", "--name-only", before, tip).Split('\n'),
            path => Assert.True(path.StartsWith($"apps/{app}/dev/", StringComparison.Ordinal) || path == $"argocd/dev/{app}.yaml", path));
        Assert.Equal(text, remote.Read($"apps/{app}/dev/a.yaml"));
        Assert.Equal(text, remote.Read($"apps/{app}/dev/b.yaml"));
        return true;
    }
}
