using System.Text.Json;
using Ink.Tasks.Errors;

namespace Ink.Tasks.Registry;

/// <summary>
/// A registry's error, by the OCI distribution specification
/// (https://github.com/opencontainers/distribution-spec/blob/main/spec.md#error-codes).
/// </summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Codes">The codes in the body; empty where the body is not in the specification's form.</param>
/// <param name="Words">What it says, on one line.</param>
internal sealed record RegistryError(int Status, IReadOnlyList<string> Codes, string Words)
{
    private const int LongestBody = 64 * 1024;

    /// <summary>Reads the body of a failure. Any body is acceptable: it is only going to be quoted.</summary>
    public static async Task<RegistryError> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var status = (int)response.StatusCode;
        var body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        List<string> codes = [], words = [];
        if (body.Length is > 0 and < LongestBody)
        {
            try
            {
                using var json = JsonDocument.Parse(body);
                if (json.RootElement.ValueKind == JsonValueKind.Object
                    && json.RootElement.TryGetProperty("errors", out var errors) && errors.ValueKind == JsonValueKind.Array)
                {
                    foreach (var error in errors.EnumerateArray().Where(error => error.ValueKind == JsonValueKind.Object))
                    {
                        var code = TextOf(error, "code");
                        if (code.Length > 0) codes.Add(code);
                        words.Add($"{code} {TextOf(error, "message")}".Trim());
                    }
                }
            }
            catch (JsonException)
            {
                // A proxy's HTML page, most likely: the status has to say it all.
            }
        }

        return new RegistryError(status, codes, words.Count == 0 ? $"status {status}" : $"status {status}: {string.Join("; ", words)}");
    }

    /// <summary>The registry knows us not, or not well enough.</summary>
    public static InkException Refused(RegistryHost host, bool hadCredentials, string words) => new(
        ErrorCodes.Registry,
        $"The registry '{host.Name}' refuses access: {words}. "
        + (hadCredentials ? "The credentials found were not accepted; log in again with" : "No credentials were found; log in with")
        + $" 'docker login {host.Name}' (or 'podman login'), or set DOTNET_CONTAINER_REGISTRY_UNAME and DOTNET_CONTAINER_REGISTRY_PWORD.");

    /// <inheritdoc />
    public override string ToString() => Words;

    private static string TextOf(JsonElement error, string name) =>
        error.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
}
