using Ink.Tasks.Git;

namespace Ink.Tasks.Tests.Git;

public sealed class CommitIdentityTests : IDisposable
{
    private readonly TestRepository _source = new();

    public void Dispose() => _source.Dispose();

    [Theory]
    [InlineData("GITHUB_ACTIONS=true;GITHUB_ACTOR=ada;GITHUB_ACTOR_ID=42", "ada <42+ada@users.noreply.github.com>")]
    [InlineData("GITHUB_ACTIONS=true;GITHUB_ACTOR=ada", "ada <ada@users.noreply.github.com>")]
    [InlineData("GITLAB_USER_NAME=Ada L;GITLAB_USER_EMAIL=a@example.com", "Ada L <a@example.com>")]
    [InlineData("BUILD_REQUESTEDFOR=Ada L;BUILD_REQUESTEDFOREMAIL=a@example.com", "Ada L <a@example.com>")]
    [InlineData("BUILD_USER=Ada L;BUILD_USER_EMAIL=a@example.com", "Ada L <a@example.com>")]
    [InlineData("BUILDKITE_BUILD_CREATOR=Ada L;BUILDKITE_BUILD_CREATOR_EMAIL=a@example.com", "Ada L <a@example.com>")]
    public async Task In_CI_the_commit_is_by_who_started_the_job_not_by_what_the_runner_is_set_up_as(string variables, string expected)
    {
        _source.Init();

        var identity = await ResolveAsync(variables);

        Assert.Equal((expected, expected), (identity.Author.ToString(), identity.Committer.ToString()));
    }

    [Fact]
    public async Task Variables_of_git_itself_are_set_on_purpose_and_win()
    {
        var identity = await ResolveAsync("GITLAB_USER_NAME=Ada;GITLAB_USER_EMAIL=a@example.com;GIT_COMMITTER_NAME=Robot;GIT_COMMITTER_EMAIL=r@example.com");

        Assert.Equal(("Ada <a@example.com>", "Robot <r@example.com>"), (identity.Author.ToString(), identity.Committer.ToString()));
    }

    [Fact]
    public async Task Outside_of_CI_it_is_by_whom_git_is_set_up_for()
    {
        _source.Init();

        Assert.Equal("Ada Example <ada@example.com>", (await ResolveAsync("")).Author.ToString());
    }

    [Fact]
    public async Task Without_anything_it_is_by_Ink_from_this_machine()
    {
        var settings = await GitSettings.ReadAsync(new GitClient("INK4003"), Path.GetTempPath(), default);
        if (settings["user.name"] is not null || settings["user.email"] is not null) return;

        Assert.Equal($"Ink <ink@{Environment.MachineName}>", CommitIdentity.Resolve(settings, _ => null).Committer.ToString());
    }

    [Theory]
    [InlineData("https://github.com/acme/deploy.git", "x-access-token")]
    [InlineData("https://gitlab.com/acme/deploy.git", "oauth2")]
    [InlineData("https://bitbucket.org/acme/deploy.git", "x-token-auth")]
    [InlineData("http://127.0.0.1:3000/acme/deploy.git", "x-access-token")]
    [InlineData("http://git.example.com/acme/deploy.git", null)]
    [InlineData("git@github.com:acme/deploy.git", null)]
    [InlineData("/srv/deploy.git", null)]
    public void A_token_goes_over_TLS_or_nowhere(string address, string? user)
    {
        var remote = TokenCredential.Apply(RemoteUrl.Parse(address, "/"), name => name == "INK_GITOPS_TOKEN" ? new string('t', 20) : null);

        Assert.Equal((user, user is null ? null : new string('t', 20)), (remote.User, remote.Password));
        Assert.DoesNotContain("tttt", remote.Address, StringComparison.Ordinal);
    }

    [Fact]
    public void Credentials_of_the_address_itself_win_over_the_token() =>
        Assert.Equal("ada", TokenCredential.Apply(RemoteUrl.Parse("https://ada@github.com/acme/deploy.git", "/"), _ => "token").User);

    private async Task<CommitIdentity> ResolveAsync(string variables)
    {
        var set = variables.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1]);
        return CommitIdentity.Resolve(await GitSettings.ReadAsync(new GitClient("INK4003"), _source.Root, default), name => set.GetValueOrDefault(name));
    }
}
