using Ink.Model.Declarations;
using Ink.Model.Rules;
using Ink.Model.Tests.Support;
using static Ink.Model.Tests.Support.Declare;

namespace Ink.Model.Tests.Resolution;

/// <summary>What can be mounted beside what.</summary>
public class MountTests
{
    private static readonly Project Project = new() { ConfigFiles = Files.With("shop.json", "other.json") };

    [Theory]
    [InlineData("/")]
    [InlineData("/app")]
    [InlineData("/etc/")]
    [InlineData("/usr/share/dotnet")]
    [InlineData("/proc/self")]
    public void What_the_image_needs_is_not_hidden(string path)
    {
        var volume = Volume(path);

        Project.Finding(volume).Blames(RuleCatalogue.DuplicateName, volume, "MountPath", "would hide what the image has there", "elsewhere");
    }

    [Theory]
    [InlineData("/app/data")]
    [InlineData("/dev/shm")]
    [InlineData("/home/app")]
    [InlineData("/var/lib/shop")]
    public void The_rest_is_free(string path) => Assert.NotNull(Project.Spec(Volume(path)));

    [Fact]
    public void Scratch_space_takes_the_place_of_the_temporary_directory() =>
        Assert.Equal("/tmp", Assert.Single(Project.Workload("web", Volume("/tmp", ("Medium", "Memory"))).Volumes).MountPath);

    [Fact]
    public void A_persistent_volume_does_not()
    {
        var volume = Volume("/tmp", ("Size", "1Gi"));

        Project.Finding(volume).Blames(RuleCatalogue.DuplicateName, volume, "MountPath", "the temporary directory that every pod has is at /tmp already", "elsewhere");
    }

    [Fact]
    public void Nor_does_a_file()
    {
        var file = ConfigFile("shop.json", ("MountPath", "/tmp"));

        Project.Finding(file).Blames(RuleCatalogue.DuplicateName, file, "MountPath", "/tmp already");
    }

    public static TheoryData<string, string, string> Clashes => new()
    {
        { "volume /data", "volume /data/", "the volume /data is at /data already" },
        { "volume /tmp", "volume /tmp/", "the volume /tmp is at /tmp already" },
        { "claim /data", "volume /data/cache", "/data/cache lies within /data, where the volume /data is" },
        { "secret /data/key", "claim /data", "the secret KEY is at /data already" },
        { "secret /etc/keys/key", "volume /etc/keys/cache", "/etc/keys/cache lies within /etc/keys, where the secret KEY is" },
        { "secret /data/keys/key", "claim /data", "the secret KEY is at /data/keys/key, which lies within /data" },
        { "secret /etc/key", "file /etc/key", "the secret KEY is at /etc/key already" },
        { "secret /etc/keys/key", "file /etc/keys/shop.json", "/etc/keys/shop.json lies within /etc/keys, where the secret KEY is" },
        { "claim /data", "file /data/shop.json", "/data/shop.json lies within /data, where the volume /data is" },
        { "volume /data", "file /data", "the volume /data is at /data already" },
        { "other /etc/x", "file /etc/x", "the config file other.json is at /etc/x already" },
        { "other /etc/x", "file /etc/x/y", "/etc/x/y lies within /etc/x, where the config file other.json is" },
    };

    [Theory]
    [MemberData(nameof(Clashes))]
    public void Two_things_at_one_place_are_an_error(string first, string second, string says)
    {
        var (one, other) = (Parse(first), Parse(second));
        Project.Finding(one, other).Blames(RuleCatalogue.DuplicateName, other, "MountPath", says, "Mount one of the two elsewhere");
    }

    [Theory]
    [InlineData("volume /tmp/cache", "claim /tmp/data")]
    [InlineData("volume /data", "claim /data/kept")]
    [InlineData("volume /data", "file /data/shop.json")]
    [InlineData("volume /data", "secret /data/keys/key")]
    [InlineData("secret /etc/key", "file /etc/shop.json")]
    [InlineData("claim /data", "claim /data2")]
    [InlineData("secret /tmp/key", "file /tmp/shop.json")]
    public void What_hides_nothing_is_fine(string first, string second) => Assert.NotNull(Project.Spec(Parse(first), Parse(second)));

    [Fact]
    public void Each_workload_has_its_own_file_system() =>
        Assert.NotNull(Project.Spec(Web(), Worker("emails"), Volume("/data").For("web"), ConfigFile("shop.json", ("MountPath", "/data")).For("emails")));

    private static Declaration Parse(string text)
    {
        var (kind, path) = (text.Split(' ')[0], text.Split(' ')[1]);
        return kind switch
        {
            "volume" => Volume(path),
            "claim" => Volume(path, ("Size", "1Gi")),
            "secret" => Secret("KEY", ("File", path)),
            "other" => ConfigFile("other.json", ("MountPath", path)),
            _ => ConfigFile("shop.json", ("MountPath", path)),
        };
    }
}
