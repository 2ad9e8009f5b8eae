using System.Text.Json.Nodes;
using Ink.Tasks.Git;
using Ink.Tasks.Releases;
using Ink.Tasks.SupplyChain.Provenance;

namespace Ink.Tasks.Tests.SupplyChain;

public sealed class ProvenanceTests
{
    private static readonly string Commit = new('c', 40);
    private static readonly string Hex = new('a', 64);
    private static readonly string BaseHex = new('b', 64);

    private static readonly ImageName Image = new("registry.example", "team/shop", Commit, $"sha256:{Hex}");

    private static readonly SourceState Source = new(
        "/home/lovelace/src/shop", Commit, DateTimeOffset.UnixEpoch, "main", SampleSecrets.Address("https:§//lovelace:hunter2hunter2@git.example/team/shop.git"), 0, []);

    private static readonly BuildFacts Facts = new(
        Image,
        "/home/lovelace/src/shop/src/Shop/Shop.csproj",
        "10.0.100",
        new Dictionary<string, string> { ["Version"] = "2.0.0", ["Configuration"] = "Release", ["PublishAot"] = "" },
        new BaseImage("mcr.example/dotnet/aspnet:10.0", "mcr.example", "dotnet/aspnet", $"sha256:{BaseHex}"),
        new DateTimeOffset(2026, 1, 2, 5, 4, 5, TimeSpan.FromHours(2)),
        new DateTimeOffset(2026, 1, 2, 3, 5, 0, TimeSpan.Zero));

    [Fact]
    public void The_statement_is_one_of_in_toto_about_the_digest_with_provenance_of_SLSA()
    {
        var statement = Write(Facts, Source);

        Assert.Equal(["_type", "predicateType", "subject", "predicate"], statement.AsObject().Select(property => property.Key));
        Assert.Equal("https://in-toto.io/Statement/v1", (string?)statement["_type"]);
        Assert.Equal("https://slsa.dev/provenance/v1", (string?)statement["predicateType"]);
        var subject = Assert.Single(statement["subject"]!.AsArray())!;
        Assert.Equal("registry.example/team/shop", (string?)subject["name"]);
        Assert.Equal(Hex, (string?)subject["digest"]!["sha256"]);
        // What SLSA requires of the predicate.
        Assert.Equal(ProvenanceBuilder.BuildType, (string?)statement["predicate"]!["buildDefinition"]!["buildType"]);
        Assert.NotNull(statement["predicate"]!["buildDefinition"]!["externalParameters"]);
        Assert.NotNull(statement["predicate"]!["runDetails"]!["builder"]!["id"]);
    }

    [Fact]
    public void The_parameters_say_what_was_built_from_where()
    {
        var parameters = Write(Facts, Source)["predicate"]!["buildDefinition"]!["externalParameters"]!;

        Assert.Equal("""{"repository":"https://git.example/team/shop.git","ref":"refs/heads/main","commit":"cccccccccccccccccccccccccccccccccccccccc"}""", parameters["source"]!.ToJsonString());
        Assert.Equal("src/Shop/Shop.csproj", (string?)parameters["project"]);
        Assert.Equal("""{"Configuration":"Release","Version":"2.0.0"}""", parameters["properties"]!.ToJsonString());
    }

    [Fact]
    public void The_dependencies_are_the_commit_and_the_base_image_by_their_digests()
    {
        var dependencies = Write(Facts, Source)["predicate"]!["buildDefinition"]!["resolvedDependencies"]!.AsArray();

        Assert.Equal($"git+https://git.example/team/shop.git@{Commit}", (string?)dependencies[0]!["uri"]);
        Assert.Equal(Commit, (string?)dependencies[0]!["digest"]!["gitCommit"]);
        Assert.Equal("mcr.example/dotnet/aspnet:10.0", (string?)dependencies[1]!["name"]);
        Assert.Equal($"pkg:oci/aspnet@sha256:{BaseHex}?repository_url=mcr.example%2Fdotnet%2Faspnet", (string?)dependencies[1]!["uri"]);
        Assert.Equal(BaseHex, (string?)dependencies[1]!["digest"]!["sha256"]);
        Assert.Single(Write(Facts with { BaseImage = null }, Source)["predicate"]!["buildDefinition"]!["resolvedDependencies"]!.AsArray());
    }

    [Fact]
    public void The_times_are_those_of_the_build_in_UTC() =>
        Assert.Equal(
            """{"startedOn":"2026-01-02T03:04:05Z","finishedOn":"2026-01-02T03:05:00Z"}""",
            Write(Facts, Source)["predicate"]!["runDetails"]!["metadata"]!.ToJsonString());

    [Fact]
    public void Neither_people_nor_their_folders_nor_their_passwords_are_in_it()
    {
        foreach (var remote in new[] { Source.RemoteUrl, "/home/lovelace/origin.git", "file:///home/lovelace/origin.git", "ssh://lovelace@git.example/shop.git", "lovelace@git.example:shop.git", "../lovelace/shop" })
        {
            var text = Write(Facts with { ProjectFile = "/home/lovelace/elsewhere/Shop.csproj" }, Source with { RemoteUrl = remote }).ToJsonString();
            Assert.DoesNotContain("lovelace", text, StringComparison.Ordinal);
            Assert.DoesNotContain("hunter2", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_property_that_holds_an_address_with_a_password_is_masked()
    {
        var facts = Facts with { Properties = new Dictionary<string, string> { ["ContainerFamily"] = SampleSecrets.Address("https:§//lovelace:hunter2hunter2@git.example/x") } };
        Assert.DoesNotContain("hunter2", Write(facts, Source).ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_image_of_a_changed_tree_says_so()
    {
        var statement = Write(Facts with { Image = Image with { Tag = $"{Commit}-dirty-20260102030405" } }, Source);
        Assert.True((bool)statement["predicate"]!["buildDefinition"]!["externalParameters"]!["source"]!["uncommittedChanges"]!);
    }

    [Theory]
    [InlineData("https://git.example/team/shop.git", "https://git.example/team/shop.git")]
    [InlineData("https://token@git.example/shop?access_token=x#y", "https://git.example/shop")]
    [InlineData("https://git.example:8443/shop", "https://git.example:8443/shop")]
    [InlineData("git@git.example:team/shop.git", "ssh://git@git.example/team/shop.git")]
    [InlineData("ssh://git@git.example:2222/team/shop.git", "ssh://git@git.example:2222/team/shop.git")]
    [InlineData("ssh://lovelace@git.example/shop.git", "ssh://git.example/shop.git")]
    [InlineData("lovelace@git.example:shop.git", "ssh://git.example/shop.git")]
    [InlineData("/srv/git/shop.git", null)]
    [InlineData("file:///srv/git/shop.git", null)]
    [InlineData("../shop:old", null)]
    [InlineData("C:/git/shop", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Addresses_of_repositories_lose_accounts_and_folders_are_none(string? remote, string? expected) =>
        Assert.Equal(expected, SourceAddress.Of(remote));

    private static JsonNode Write(BuildFacts facts, SourceState source) => JsonNode.Parse(StatementJson.Write(ProvenanceBuilder.Build(facts, source, BuildHost.Local)))!;
}
