using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Ink.Tasks.Errors;

namespace Ink.Tasks.Registry;

/// <summary>
/// The credentials of a Docker configuration file, <c>$DOCKER_CONFIG/config.json</c> or <c>~/.docker/config.json</c>
/// (https://docs.docker.com/reference/cli/docker/#configuration-files).
/// </summary>
internal sealed class DockerConfiguration
{
    private readonly Content _content;
    private readonly string _file;

    private DockerConfiguration(string file, Content content) => (_file, _content) = (file, content);

    /// <summary>Reads the file; null where there is none.</summary>
    /// <exception cref="InkException">INK4002: the file is there and cannot be read.</exception>
    public static async Task<DockerConfiguration?> ReadAsync(Func<string, string?> environment, CancellationToken cancellationToken)
    {
        var folder = environment("DOCKER_CONFIG") is { Length: > 0 } set
            ? set
            : Path.Combine(System.Environment.GetFolderPath(System.Environment.SpecialFolder.UserProfile), ".docker");
        var file = Path.Combine(folder, "config.json");
        if (!File.Exists(file)) return null;
        try
        {
            await using var stream = File.OpenRead(file);
            var content = await JsonSerializer.DeserializeAsync<Content>(stream, JsonSerializerOptions.Web, cancellationToken);
            return new DockerConfiguration(file, content ?? new Content(null, null, null));
        }
        catch (Exception error) when (error is JsonException or IOException or UnauthorizedAccessException)
        {
            // The parser's message can quote the text around the fault, which may be a password.
            throw new InkException(ErrorCodes.Registry, $"The Docker configuration '{file}' cannot be read ({error.GetType().Name}). Repair it, or run 'docker login' again.");
        }
    }

    /// <summary>The credentials of a registry: its own helper, then the helper for all, then those in the file.</summary>
    public async Task<RegistryCredential?> FindAsync(RegistryHost host, CancellationToken cancellationToken)
    {
        var keys = host.CredentialKeys.ToList();
        foreach (var key in keys)
        {
            if (_content.CredHelpers?.GetValueOrDefault(key) is { Length: > 0 } helper)
                return await CredentialHelper.GetAsync(helper, key, cancellationToken);
        }

        if (_content.CredsStore is { Length: > 0 } store)
        {
            foreach (var key in keys)
            {
                if (await CredentialHelper.GetAsync(store, key, cancellationToken) is { } stored) return stored;
                if (!host.Name.Contains("docker.io", StringComparison.Ordinal)) break; // One question, unless there are aliases.
            }
        }

        return keys.Select(key => _content.Auths?.GetValueOrDefault(key)).OfType<Entry>().Select(Decode).FirstOrDefault(found => found is not null);
    }

    private RegistryCredential? Decode(Entry entry)
    {
        if (entry.IdentityToken is { Length: > 0 } token) return RegistryCredential.Of("<token>", token);
        if (entry.Username is { Length: > 0 } user && entry.Password is { } password) return RegistryCredential.Of(user, password);
        if (entry.Auth is not { Length: > 0 } auth) return null;
        try
        {
            var pair = Encoding.UTF8.GetString(Convert.FromBase64String(auth)).TrimEnd('\0').Split(':', 2);
            if (pair.Length == 2) return RegistryCredential.Of(pair[0], pair[1]);
        }
        catch (FormatException)
        {
            // Falls through to the one message for an entry of either wrong form.
        }

        throw new InkException(ErrorCodes.Registry, $"An entry under 'auths' in '{_file}' is not the base64 of 'user:password'. Run 'docker login' again.");
    }

    private sealed record Content(Dictionary<string, Entry>? Auths, Dictionary<string, string>? CredHelpers, string? CredsStore);

    private sealed record Entry(string? Auth, string? Username, string? Password, [property: JsonPropertyName("identitytoken")] string? IdentityToken);
}
