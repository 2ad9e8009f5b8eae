using Ink.Model.Collections;
using Ink.Model.Declarations;
using Ink.Model.Rules;
using Ink.Model.Specs;
using Ink.Model.Values;

namespace Ink.Model.Resolution;

/// <summary>Resolves the variables with a literal value, those that Ink sets itself included.</summary>
internal sealed class VariableResolver(AppModel model, ResolutionContext context, DeclarationLayers layers)
{
    /// <summary>The ports that ASP.NET Core listens on, with semicolons between.</summary>
    public const string HttpPorts = "ASPNETCORE_HTTP_PORTS";

    private const string Role = "INK_ROLE";
    private const string EnvironmentName = "INK_ENVIRONMENT";

    public EquatableArray<VariableSpec> Resolve(string workload, string? httpPorts)
    {
        var variables = new SortedDictionary<string, string>(StringComparer.Ordinal);
        if (model.IsAspNetCore && httpPorts is not null)
            variables[HttpPorts] = httpPorts;
        foreach (var declared in layers.Many(AttributeKind.EnvironmentVariable, workload))
        {
            if (VariableName.Read(declared) is not { } name)
                continue;
            if (name is Role or EnvironmentName)
                declared.Report(RuleCatalogue.DuplicateName, "Name", $"Ink sets {name} itself. Take another name.");
            else
                variables[name] = declared.Text("Value") ?? "";
        }

        variables[Role] = workload;
        variables[EnvironmentName] = context.Environment;
        return variables.Select(pair => new VariableSpec(pair.Key, pair.Value)).ToEquatableArray();
    }
}
