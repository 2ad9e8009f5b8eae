using System.Globalization;
using Ink.Model.Rules;

namespace Ink.Model.Secrets.Settings;

/// <summary>A secret in a settings file.</summary>
/// <param name="Rule">INK3005, or INK3006 for what configures the build.</param>
/// <param name="Key">The name of the setting.</param>
/// <param name="Secret">What was found in its value.</param>
/// <param name="Start">Where in the file the value stands.</param>
/// <param name="Length">How many characters of the file it takes.</param>
/// <param name="Line">The line of that place, from 1.</param>
/// <param name="Column">The column, from 1.</param>
public sealed record SettingsFinding(Rule Rule, string Key, SecretFinding Secret, int Start, int Length, int Line, int Column)
{
    /// <summary>How much it weighs in a deploy.</summary>
    public RuleSeverity DeploySeverity => Secret.DeploySeverity;

    /// <summary>Names the setting, what is in it and the remedy; never the value.</summary>
    public string Message => string.Format(CultureInfo.InvariantCulture, "{0} holds a secret: {1}, {2}. {3}", Key, Secret.Format, Secret.Shown, Remedy);

    private string Remedy => Rule == RuleCatalogue.SecretInProject
        ? "Take it out, let the build read it from the environment (%NAME% in nuget.config, $(NAME) in a project), and replace it at its issuer: the history of the repository keeps it."
        : $"Take it out, declare [assembly: Secret(\"{Key.Replace(":", "__")}\")], on your machine run dotnet user-secrets set \"{Key.Replace("__", ":")}\", and replace it at its issuer: the history of the repository keeps it.";
}
