using System.Globalization;
using System.Text.RegularExpressions;
using Ink.Manifests;
using Ink.Model.Rules;
using Ink.Tasks.Errors;
using Microsoft.Build.Framework;
using MSBuildTask = Microsoft.Build.Utilities.Task;

namespace Ink.Tasks;

/// <summary>
/// What all tasks share: cancellation, and one place where whatever went wrong becomes a coded error with its secrets masked.
/// </summary>
public abstract partial class InkTask : MSBuildTask, ICancelableTask, IDisposable
{
    // Shown in place of the targets file, which tells a user nothing: "Ink : error INK4007: …".
    private const string Origin = "Ink";

    private readonly CancellationTokenSource _cancellation = new();

    /// <inheritdoc/>
    public void Cancel() => _cancellation.Cancel();

    /// <inheritdoc/>
    public override bool Execute()
    {
        try
        {
            // MSBuild calls tasks on threads of its own, without a synchronisation context.
            RunAsync(_cancellation.Token).GetAwaiter().GetResult();
        }
        catch (InkException exception)
        {
            Log.LogMessage(MessageImportance.Low, Masking.Mask(exception.ToString()));
            LogCoded(exception.Code, exception.Message);
        }
        catch (RenderException exception)
        {
            Log.LogMessage(MessageImportance.Low, Masking.Mask(exception.ToString()));
            foreach (var error in exception.Errors)
                LogCoded(error.Code, error.Message);
        }
        catch (OperationCanceledException) when (_cancellation.IsCancellationRequested)
        {
            Log.LogMessage(MessageImportance.High, "Ink: cancelled; nothing was pushed.");
            return false;
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            Log.LogMessage(MessageImportance.Low, Masking.Mask(exception.ToString()));
            LogCoded(RuleCatalogue.Unexpected.Id, $"{exception.GetType().Name} in {GetType().Name}: {exception.Message} Run again with -v:detailed for the whole story, and report it.");
        }

        return !Log.HasLoggedErrors;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _cancellation.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>The work; throws <see cref="InkException"/> for what a user can mend.</summary>
    private protected abstract Task RunAsync(CancellationToken cancellationToken);

    /// <summary>The project's name, as MSBuild has it; needed by tasks that conclude a verb.</summary>
    public string ProjectName { get; set; } = "";

    /// <summary>The last line of a verb: what was done, for a person to act on.</summary>
    private protected void Conclude(string text)
    {
        Say(text);
        // The terminal logger drops messages of every importance, but for one form: what follows "Project -> " is the project's
        // output, which it shows beside "succeeded" (dotnet/msbuild#9667).
        if (!Console.IsOutputRedirected)
            Log.LogMessage(MessageImportance.High, "{0} -> {1}", ProjectName, Masking.Mask(text));
    }

    /// <summary>A line that a person should read.</summary>
    private protected void Say(string text) => Log.LogMessage(MessageImportance.High, Masking.Mask($"Ink: {text}"));

    private protected void Detail(string text) => Log.LogMessage(MessageImportance.Low, Masking.Mask($"Ink: {text}"));

    private protected void Warn(Rule rule, string text) =>
        Log.LogWarning(null, rule.Id, null, rule.HelpLink, Origin, 0, 0, 0, 0, "{0}", Masking.Mask(text));

    /// <summary>Reports what is wrong in a file, at its line.</summary>
    private protected void ReportAt(Rule rule, RuleSeverity severity, string file, (int Line, int Column) at, string text)
    {
        if (severity == RuleSeverity.Error)
            Log.LogError(null, rule.Id, null, rule.HelpLink, file, at.Line, at.Column, 0, 0, "{0}", Masking.Mask(text));
        else if (severity == RuleSeverity.Warning)
            Log.LogWarning(null, rule.Id, null, rule.HelpLink, file, at.Line, at.Column, 0, 0, "{0}", Masking.Mask(text));
        else
            Detail($"{file}({at.Line},{at.Column}): {rule.Id}: {text}");
    }

    /// <summary>Reports what resolution found; the compiler has told the warnings at the attributes already.</summary>
    private protected void Report(IEnumerable<Finding> findings, string environment)
    {
        foreach (var finding in findings)
        {
            if (finding.Severity == RuleSeverity.Error)
                LogCoded(finding.Rule.Id, $"{finding.Message} ({environment})");
            else
                Detail($"{finding.Rule.Id}: {finding.Message} ({environment})");
        }
    }

    /// <summary>The properties given on the command line, which win over attributes.</summary>
    private protected IReadOnlyDictionary<string, string> CommandLine() =>
        BuildEngine is IBuildEngine6 engine
            ? engine.GetGlobalProperties().ToDictionary(property => property.Key, property => Unescape(property.Value))
            : new Dictionary<string, string>();

    // MSBuild hands global properties on as they were typed, where %3B stands for a semicolon; $(…) in a project has it resolved.
    private static string Unescape(string value) =>
        Escape().Replace(value, match => ((char)byte.Parse(match.Groups[1].Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString());

    [GeneratedRegex("%([0-9A-Fa-f]{2})")]
    private static partial Regex Escape();

    private void LogCoded(string code, string message) =>
        Log.LogError(null, code, null, HelpLink(code), Origin, 0, 0, 0, 0, "{0}", Masking.Mask(message));

    private static string? HelpLink(string code) => RuleCatalogue.All.FirstOrDefault(rule => rule.Id == code)?.HelpLink;
}
