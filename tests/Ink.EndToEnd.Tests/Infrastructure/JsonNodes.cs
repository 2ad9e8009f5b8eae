using System.Globalization;
using System.Text.Json.Nodes;

namespace Ink.EndToEnd.Tests.Infrastructure;

/// <summary>Short ways into documents.</summary>
internal static class JsonNodes
{
    /// <summary>What is at a path of names and positions with spaces between, which no name has; null where there is nothing.</summary>
    public static JsonNode? At(this JsonNode node, string path) => path.Split(' ').Aggregate(
        (JsonNode?)node,
        (parent, step) => parent is JsonArray array ? array[int.Parse(step, CultureInfo.InvariantCulture)] : parent?[step]);

    /// <summary>The same, as text.</summary>
    public static string? Text(this JsonNode node, string path) => node.At(path)?.ToString();

    /// <summary>The plain environment variables of a Deployment's first container.</summary>
    public static IReadOnlyDictionary<string, string> Variables(this JsonNode deployment) =>
        deployment.At("spec template spec containers 0 env")!.AsArray()
            .Where(variable => variable!["value"] is not null)
            .ToDictionary(variable => (string)variable!["name"]!, variable => (string)variable!["value"]!);
}
