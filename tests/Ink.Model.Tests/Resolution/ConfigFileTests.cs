using System.Text;
using Ink.Model.Resolution;
using Ink.Model.Rules;
using Ink.Model.Specs;
using Ink.Model.Tests.Support;
using static Ink.Model.Tests.Support.Declare;

namespace Ink.Model.Tests.Resolution;

public class ConfigFileTests
{
    private static readonly Project Project = new() { ConfigFiles = Files.With("config/dev.json", "shop.json") };

    [Fact]
    public void Lies_where_the_app_looks_for_it()
    {
        var file = Assert.Single(Project.Workload("web", ConfigFile("config/dev.json")).ConfigFiles);

        Assert.Equal(("config/dev.json", "/app/config/dev.json", "content of config/dev.json\n"), (file.Path, file.MountPath, file.Content!.Text));
    }

    [Theory]
    [InlineData("/etc/shop/settings.json", "/etc/shop/settings.json")]
    [InlineData("/etc/shop/", "/etc/shop/dev.json")]
    [InlineData("/", "/dev.json")]
    public void Or_where_it_is_mounted(string mountPath, string expected) =>
        Assert.Equal(expected, Assert.Single(Project.Workload("web", ConfigFile("config/dev.json", ("MountPath", mountPath))).ConfigFiles).MountPath);

    [Fact]
    public void Placeholders_choose_the_file()
    {
        var files = Files.With("config/staging.json");
        var project = new Project { ConfigFiles = files }.In("staging");

        Assert.Equal("config/staging.json", Assert.Single(project.Workload("web", ConfigFile("config/{environment}.json")).ConfigFiles).Path);
        Assert.Equal(["config/staging.json"], files.Asked.Distinct());
    }

    [Fact]
    public void Files_come_in_the_order_of_their_mounts() =>
        Assert.Equal(
            ["/app/shop.json", "/etc/dev.json"],
            Project.Workload("web", ConfigFile("config/dev.json", ("MountPath", "/etc/")), ConfigFile("shop.json")).ConfigFiles.Select(file => file.MountPath));

    [Fact]
    public void An_environment_may_mount_it_elsewhere() =>
        Assert.Equal("/etc/shop.json", Assert.Single(Project.Workload("web", ConfigFile("shop.json"), ConfigFile("shop.json", ("MountPath", "/etc/")).In("dev")).ConfigFiles).MountPath);

    [Fact]
    public void The_compiler_which_reads_no_files_says_nothing()
    {
        var spec = new Project().Spec(ConfigFile("nowhere.json"));

        Assert.Null(spec.Workloads[0].ConfigFiles[0].Content);
    }

    [Fact]
    public void A_file_that_is_not_there_is_an_error()
    {
        var file = ConfigFile("config/{environment}.json");

        Project.In("production").Finding(file).Blames(
            RuleCatalogue.MissingReference, file, "Path", "[ConfigFile(\"config/{environment}.json\")]", "there is no file config/production.json in the project's folder", "Add it to the repository");
    }

    [Fact]
    public void Nothing_is_said_of_another_environment() => Assert.NotNull(Project.Spec(ConfigFile("config/production.json").In("production")));

    [Theory]
    [InlineData("/etc/passwd")]
    [InlineData("../shop.json")]
    [InlineData("config/../../shop.json")]
    [InlineData("./shop.json")]
    [InlineData("config\\shop.json")]
    [InlineData("config//shop.json")]
    [InlineData("config/")]
    public void A_path_stays_in_the_project(string path)
    {
        var files = Files.With(path);
        var file = ConfigFile(path);

        (Project with { ConfigFiles = files }).Finding(file).Blames(RuleCatalogue.EmptyArgument, file, "Path", $"\"{path}\" is not the path of a file in the project's folder", "config/shop.json");
        Assert.Empty(files.Asked);
    }

    [Theory]
    [InlineData("etc/shop.json")]
    [InlineData("/etc/../shop.json")]
    [InlineData("/etc//")]
    [InlineData("/etc:ro/")]
    public void A_mount_path_is_absolute(string mountPath)
    {
        var file = ConfigFile("shop.json", ("MountPath", mountPath));

        Project.Finding(file).Blames(RuleCatalogue.EmptyArgument, file, "MountPath", $"\"{mountPath}\" is not an absolute path", "/etc/shop/");
    }

    public static TheoryData<ConfigFileReading, string, string> Failures => new()
    {
        { new ConfigFileReading.Outside(), "INK0008", "leads out of the project's folder" },
        { new ConfigFileReading.TooLarge(), "INK0003", "more than 1 MiB" },
        { new ConfigFileReading.Unreadable("Access denied."), "INK1014", "cannot be read: Access denied." },
    };

    [Theory]
    [MemberData(nameof(Failures))]
    public void What_cannot_be_read_is_an_error(ConfigFileReading result, string rule, string says)
    {
        var file = ConfigFile("shop.json");

        (Project with { ConfigFiles = new Files(("shop.json", result)) }).Finding(file).Blames(RuleCatalogue.All.Single(item => item.Id == rule), file, "Path", "shop.json", says);
    }

    [Fact]
    public void Text_is_the_same_whatever_line_endings_were_checked_out() =>
        Assert.Equal(ConfigContent.Of("a\nb\n"u8.ToArray()), ConfigContent.Of("a\r\nb\r\n"u8.ToArray()));

    [Fact]
    public void A_carriage_return_alone_is_text() => Assert.Equal("a\rb\n", ConfigContent.Of("a\rb\r\n"u8.ToArray()).Text);

    public static TheoryData<byte[]> Binaries => new() { new byte[] { 0xFF, 0x0D, 0x0A, 0xFE }, new byte[] { (byte)'a', 0, 0x0D, 0x0A } };

    [Theory]
    [MemberData(nameof(Binaries))]
    public void What_is_no_text_is_taken_byte_by_byte(byte[] bytes)
    {
        var content = ConfigContent.Of(bytes);

        Assert.Null(content.Text);
        Assert.Equal(bytes, Convert.FromBase64String(content.Base64!));
        Assert.Equal(bytes.Length, content.Bytes);
    }

    [Fact]
    public void A_file_may_have_a_mebibyte_after_its_lines_are_counted_once()
    {
        var line = new string('x', 1023);
        var text = string.Concat(Enumerable.Repeat($"{line}\r\n", 1024));

        Assert.Equal(ConfigContent.MaxBytes, Assert.IsType<ConfigFileReading.Found>(ConfigFileReading.Of(Encoding.UTF8.GetBytes(text))).Content.Bytes);
        Assert.IsType<ConfigFileReading.TooLarge>(ConfigFileReading.Of(Encoding.UTF8.GetBytes($"{text}x")));
    }
}
