using System.Net;
using Ink.Tasks.Images;
using Ink.Tasks.Tests.Registry;
using Ink.Tasks.Tests.Shell;
using Microsoft.Build.Utilities;

namespace Ink.Tasks.Tests.Images;

/// <summary>The task on a registry in the process: who gets the tag where several want it.</summary>
public sealed class ClaimTagTests : IDisposable
{
    private const string Commit = "0123456789abcdef0123456789abcdef01234567";
    private const string OfCommit = $$"""{"org.opencontainers.image.revision":"{{Commit}}"}""";

    private readonly StoredImages _registry = new();

    public void Dispose() => _registry.Dispose();

    [Fact]
    public void A_tag_that_is_free_is_set_to_what_was_built()
    {
        var ours = _registry.Manifest();

        var (task, engine) = Run(ours);

        Assert.Empty(engine.Errors);
        Assert.Equal((StoredImages.DigestOfText(ours), false), (task.Digest, task.IsTaken));
        Assert.Equal(task.Digest, _registry.DigestOf(Commit));
    }

    [Fact]
    public void The_images_of_an_index_are_put_by_digest_before_it()
    {
        string[] children = [_registry.Manifest("""{"a":"amd64"}"""), _registry.Manifest("""{"a":"arm64"}""")];
        const string Index = """{"schemaVersion":2,"mediaType":"application/vnd.oci.image.index.v1+json","manifests":[]}""";

        var (task, engine) = Run(manifest: "", Index, children);

        Assert.Empty(engine.Errors);
        Assert.Equal(StoredImages.DigestOfText(Index), task.Digest);
        Assert.Equal([.. children.Select(child => $"PUT manifests/{StoredImages.DigestOfText(child)}"), $"PUT manifests/{Commit}"], _registry.Puts);
    }

    [Fact]
    public void A_tag_that_another_deployer_of_the_commit_has_set_stays_and_its_image_is_used()
    {
        var theirs = _registry.Manifest(OfCommit);
        _registry.Tag(Commit, theirs);

        var (task, engine) = Run(_registry.Manifest());

        Assert.Empty(engine.Errors);
        Assert.Equal((StoredImages.DigestOfText(theirs), true), (task.Digest, task.IsTaken));
        Assert.Empty(_registry.Puts);
        Assert.Contains(engine.Messages, message => message.StartsWith("Ink: another deployer of 01234567 was faster", StringComparison.Ordinal));
    }

    [Fact]
    public void Of_two_who_looked_before_either_had_set_the_tag_both_take_the_later_one()
    {
        var theirs = _registry.Manifest(OfCommit);
        // The other one looked when the tag was free, and sets it just after us.
        _registry.AfterPut = _ => _registry.Tag(Commit, theirs);

        var (task, engine) = Run(_registry.Manifest());

        Assert.Empty(engine.Errors);
        Assert.Equal((StoredImages.DigestOfText(theirs), true), (task.Digest, task.IsTaken));
    }

    [Fact]
    public void A_tag_with_other_content_is_INK4011_with_both_digests_and_stays()
    {
        var (ours, foreign) = (_registry.Manifest(), _registry.Manifest("""{"made":"by hand"}"""));
        _registry.Tag(Commit, foreign);

        AssertTaken(ours, foreign);
        Assert.Empty(_registry.Puts);
    }

    [Fact]
    public void A_registry_that_refuses_to_move_a_tag_gives_the_same_message()
    {
        var (ours, foreign) = (_registry.Manifest(), _registry.Manifest(OfCommit.Replace('0', '9')));
        _registry.OnPut = _ =>
        {
            _registry.Tag(Commit, foreign);
            return FakeRegistry.Respond(HttpStatusCode.BadRequest, """{"errors":[{"code":"TAG_INVALID","message":"the tag is immutable"}]}""");
        };

        AssertTaken(ours, foreign);
    }

    [Fact]
    public void A_refusal_without_a_tag_says_what_the_registry_said()
    {
        _registry.OnPut = _ => FakeRegistry.Respond(HttpStatusCode.Forbidden, """{"errors":[{"code":"DENIED","message":"read only"}]}""");

        var error = Assert.Single(Run(_registry.Manifest()).Engine.Errors);

        Assert.Equal("INK4002", error.Code);
        Assert.Contains("DENIED read only", error.Message, StringComparison.Ordinal);
        Assert.Contains("docker login", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_lost_answer_is_no_reason_to_set_the_tag_twice()
    {
        var ours = _registry.Manifest();
        _registry.AfterPut = _ => throw new HttpRequestException("the connection was closed");

        var (task, engine) = Run(ours);

        Assert.Empty(engine.Errors);
        Assert.Equal((StoredImages.DigestOfText(ours), false), (task.Digest, task.IsTaken));
        Assert.Single(_registry.Puts);
    }

    [Fact]
    public void A_busy_registry_is_looked_at_again_before_each_attempt()
    {
        var theirs = _registry.Manifest(OfCommit);
        _registry.OnPut = _ =>
        {
            _registry.Tag(Commit, theirs);
            return FakeRegistry.Respond(HttpStatusCode.TooManyRequests);
        };

        var (task, _) = Run(_registry.Manifest());

        Assert.True(task.IsTaken);
        Assert.Single(_registry.Puts);
    }

    [Fact]
    public void After_logging_in_the_tag_is_looked_at_once_more()
    {
        var challenged = false;
        _registry.OnPut = _ =>
        {
            if (challenged)
                return null;
            challenged = true;
            return FakeRegistry.Challenge("Basic realm=\"shop\"");
        };

        var (_, engine) = Run(_registry.Manifest(), variables: [("DOTNET_CONTAINER_REGISTRY_UNAME", "ann"), ("DOTNET_CONTAINER_REGISTRY_PWORD", "hunter22")]);

        Assert.Empty(engine.Errors);
        string[] look = [$"HEAD manifests/{Commit}", $"GET manifests/{Commit}"];
        Assert.Equal([.. look, $"PUT manifests/{Commit}", .. look, $"PUT manifests/{Commit}", $"HEAD manifests/{Commit}"], _registry.Requests);
    }

    [Fact]
    public void An_SDK_that_says_nothing_of_what_it_built_is_INK4006() =>
        Assert.Equal("INK4006", Assert.Single(Run("").Engine.Errors).Code);

    private void AssertTaken(string ours, string foreign)
    {
        var error = Assert.Single(Run(ours).Engine.Errors);
        Assert.Equal("INK4011", error.Code);
        Assert.Contains(StoredImages.DigestOfText(ours), error.Message, StringComparison.Ordinal);
        Assert.Contains(StoredImages.DigestOfText(foreign), error.Message, StringComparison.Ordinal);
        Assert.Equal(StoredImages.DigestOfText(foreign), _registry.DigestOf(Commit));
    }

    private (SettleTag Task, RecordingEngine Engine) Run(string manifest, string index = "", string[]? children = null, (string Name, string Value)[]? variables = null)
    {
        var engine = new RecordingEngine();
        foreach (var (name, value) in variables ?? [])
            _registry.Variables[name] = value;
        using var claim = new ClaimTag
        {
            BuildEngine = engine,
            RegistryHost = "registry.example",
            Repository = "shop",
            Tag = Commit,
            Manifest = manifest,
            Index = index,
            Containers = [.. (children ?? []).Select(child => new TaskItem("GeneratedContainer", new Dictionary<string, string> { ["Manifest"] = child }))],
            Options = _registry.Options,
            ShortestWait = TimeSpan.Zero,
        };
        using var settle = new SettleTag
        {
            BuildEngine = engine,
            RegistryHost = claim.RegistryHost,
            Repository = claim.Repository,
            Tag = Commit,
            Commit = Commit,
            Options = _registry.Options,
        };
        Assert.Equal(claim.Execute(), engine.Errors.Count == 0);
        if (engine.Errors.Count > 0)
            return (settle, engine);
        (settle.Digest, settle.BuiltDigest, settle.SettlesAt) = (claim.Digest, claim.BuiltDigest, claim.SettlesAt);
        Assert.Equal(settle.Execute(), engine.Errors.Count == 0);
        return (settle, engine);
    }
}
