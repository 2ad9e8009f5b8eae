using Ink.Tasks.Tests.Shell;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace Ink.Tasks.Tests.Images;

public sealed class PackLabelsTests
{
    [Theory]
    [InlineData("2026-11-24T13:25:08Z")]
    [InlineData("https://git.example.com/shop?a=b;c=d")]
    [InlineData("100% of Ann's \"shop\" (ø)")]
    [InlineData("")]
    public void A_label_is_packed_without_what_the_SDK_splits_at_and_arrives_whole(string value)
    {
        var label = new TaskItem("org.example.label");
        label.SetMetadata("Value", value.Replace("%", "%25", StringComparison.Ordinal));

        var packed = Run(unpack: false, label);
        Assert.DoesNotContain(packed.GetMetadata("Value"), character => character is ':' or ';' or '=' or ',');
        Assert.Equal(value, Run(unpack: true, packed).GetMetadata("Value"));
    }

    [Fact]
    public void Where_labels_arrive_those_that_the_project_declares_once_more_are_left_out()
    {
        var own = new TaskItem("org.example.label", new Dictionary<string, string> { ["Value"] = "a" });
        var packed = Run(unpack: false, own);
        Assert.Equal("a", Run(unpack: true, own, packed).GetMetadata("Value"));
    }

    private static ITaskItem Run(bool unpack, params ITaskItem[] labels)
    {
        using var task = new PackLabels { BuildEngine = new RecordingEngine(), Labels = labels, Unpack = unpack };
        Assert.True(task.Execute());
        return Assert.Single(task.Result);
    }
}
