using System.Globalization;
using Ink.Model.Resolution;
using Ink.Model.Rules;
using Ink.Tasks.Errors;
using Ink.Tasks.Git;
using Ink.Tasks.GitOps;

namespace Ink.Tasks.Releases;

/// <summary>Where releases go: the user's GitOps repository, or a local one that stands in for it.</summary>
/// <param name="Target">What git pushes to.</param>
/// <param name="PublicUrl">The address without credentials, as the Argo CD Application names it.</param>
/// <param name="LocalPath">The stand-in's folder; <see langword="null"/> for the user's own repository.</param>
/// <param name="Budget">How long a push keeps trying.</param>
internal sealed record GitOpsLocation(GitOpsTarget Target, string PublicUrl, string? LocalPath, PushBudget Budget)
{
    private const int MostRetries = 10_000;
    private const int MostSeconds = 24 * 60 * 60;

    /// <summary>The branch that is pushed to.</summary>
    public string Branch => Target.Branch;

    /// <summary>Whether it is the stand-in.</summary>
    public bool IsLocal => LocalPath is not null;

    /// <summary>Reads the properties <c>InkGitOps…</c>.</summary>
    /// <exception cref="InkException">INK0009: a number is none.</exception>
    public static GitOpsLocation From(ResolutionContext context, string outputPath)
    {
        var branch = context.Setting(InkProperty.GitOpsBranch) ?? "main";
        var basePath = (context.Setting(InkProperty.GitOpsPath) ?? "").Trim('/');
        var budget = PushBudget.Default with
        {
            Attempts = 1 + Number(context, InkProperty.GitOpsRetries, PushBudget.Default.Attempts - 1, MostRetries),
            Time = TimeSpan.FromSeconds(Number(context, InkProperty.GitOpsTimeout, (int)PushBudget.Default.Time.TotalSeconds, MostSeconds)),
        };
        if (context.Setting(InkProperty.GitOpsUrl) is { } url)
            return new GitOpsLocation(new GitOpsTarget(url, branch, basePath), RemoteUrl.WithoutCredentials(url), LocalPath: null, budget);

        var path = Path.Combine(outputPath, "gitops.git");
        var address = new Uri(path).AbsoluteUri;
        return new GitOpsLocation(new GitOpsTarget(address, branch, basePath), address, path, budget);
    }

    private static int Number(ResolutionContext context, string property, int fallback, int most)
    {
        if (context.Setting(property) is not { } text) return fallback;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= most
            ? number
            : throw new InkException(RuleCatalogue.InvalidDuration.Id, $"{property}: \"{text}\" is no number from 0 to {most}. Write one, for example {fallback}.");
    }

    /// <summary>A path in the repository, below <c>InkGitOpsPath</c>.</summary>
    public string PathOf(string path) => Target.BasePath.Length == 0 ? path : $"{Target.BasePath}/{path}";
}
