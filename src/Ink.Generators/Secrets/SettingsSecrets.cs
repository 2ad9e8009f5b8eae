using Ink.Model.Secrets.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Ink.Generators.Secrets;

/// <summary>INK3005 and INK3006 in the files that Ink's targets hand to the compiler.</summary>
internal static class SettingsSecrets
{
    public static void Report(AdditionalFileAnalysisContext context, SecretWeights weights)
    {
        var path = context.AdditionalFile.Path;
        if (!SettingsFile.IsKnown(path) || context.AdditionalFile.GetText(context.CancellationToken) is not { } text)
            return;

        foreach (var finding in SettingsFile.Scan(path, text.ToString()))
        {
            var span = new TextSpan(finding.Start, Math.Min(finding.Length, text.Length - finding.Start));
            var location = Location.Create(path, span, text.Lines.GetLinePositionSpan(span));
            if (weights.Create(finding.Rule, finding.Secret.SeverityIn(isTest: false), location, properties: null, finding.Message) is { } diagnostic)
                context.ReportDiagnostic(diagnostic);
        }
    }
}
