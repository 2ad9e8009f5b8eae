using Ink.Model.Rules;
using Ink.Model.Values;

namespace Ink.Model.Resolution;

/// <summary>Reads the name of a variable or secret.</summary>
internal static class VariableName
{
    public static string? Read(MergedDeclaration declared)
    {
        var name = declared.Text("Name", KubernetesName.IsVariable, RuleCatalogue.InvalidName, name =>
            $"\"{name}\" cannot name an environment variable: letters, digits, '_', '-' and '.', no digit first. Write \"__\" where configuration has ':'.");
        return string.IsNullOrWhiteSpace(name) ? null : name;
    }
}
