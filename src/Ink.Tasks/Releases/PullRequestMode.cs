using Ink.Model.Resolution;
using Ink.Tasks.Errors;
using Ink.Tasks.GitOps;
using Ink.Tasks.PullRequests;

namespace Ink.Tasks.Releases;

/// <summary><c>InkGitOpsMode=PullRequest</c>: what is deployed is proposed, and somebody merges it.</summary>
internal sealed class PullRequestMode
{
    private readonly HostedRepository? _repository;
    private readonly string _target;
    private readonly PullRequestOpener? _opener;

    private PullRequestMode(HostedRepository? repository, string target, string? apiUrl)
    {
        (_repository, _target) = (repository, target);
        _opener = repository is null ? null : new PullRequestOpener(repository, System.Environment.GetEnvironmentVariable, apiUrl);
    }

    /// <summary>The mode, or null for a push.</summary>
    /// <param name="context">The environment.</param>
    /// <param name="address">The GitOps repository.</param>
    /// <param name="target">The branch that is to be merged into.</param>
    /// <exception cref="InkException">INK4003: a property has a value that it cannot have.</exception>
    public static PullRequestMode? From(ResolutionContext context, string address, string target)
    {
        var mode = context.Setting(InkProperty.GitOpsMode) ?? "Push";
        if (mode.Equals("Push", StringComparison.OrdinalIgnoreCase)) return null;
        if (!mode.Equals("PullRequest", StringComparison.OrdinalIgnoreCase))
            throw new InkException(ErrorCodes.GitOps, $"{InkProperty.GitOpsMode}: there is no mode \"{mode}\". Write Push or PullRequest.");
        GitHost? host = null;
        if (context.Setting(InkProperty.GitOpsProvider) is { } provider)
        {
            if (!Enum.TryParse<GitHost>(provider, ignoreCase: true, out var known) || !Enum.IsDefined(known) || char.IsAsciiDigit(provider[0]))
                throw new InkException(ErrorCodes.GitOps, $"{InkProperty.GitOpsProvider}: \"{provider}\" is not known. Write {string.Join(", ", Enum.GetNames<GitHost>())}.");
            host = known;
        }

        return new PullRequestMode(HostedRepository.Of(address, host), target, context.Setting(InkProperty.GitOpsApiUrl));
    }

    /// <summary>Looks at the properties, before anything is made that a wrong one would be in vain for.</summary>
    /// <exception cref="InkException">INK4003: a property has a value that it cannot have.</exception>
    public static void Check(ResolutionContext context) => From(context, "", "");

    /// <summary>The pull request of a change.</summary>
    public PullRequest RequestOf(GitOpsChange change, string branch) => new(branch, _target, change.Subject, string.Join('\n', change.Trailers.Select(trailer => $"{trailer.Key}: {trailer.Value}")));

    /// <summary>The branch, with what makes GitLab open the request where no token does.</summary>
    public PushHead HeadOf(PullRequest request) => new(
        request.Source,
        _repository is { Host: GitHost.GitLab } && _opener!.Token is null
            ? ["merge_request.create", $"merge_request.target={request.Target}", $"merge_request.title={request.Title}"]
            : []);

    /// <summary>Opens it.</summary>
    public Task<PullRequestOutcome> OpenAsync(PullRequest request, CancellationToken cancellationToken) =>
        _opener?.OpenAsync(request, cancellationToken) ?? Task.FromResult(new PullRequestOutcome(null, IsOpen: false, Fault: null));
}
