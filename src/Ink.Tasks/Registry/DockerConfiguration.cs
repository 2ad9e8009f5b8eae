using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Ink.Tasks.Errors;

namespace Ink.Tasks.Registry;

/// <summary>
/// The credentials of a Docker configuration file (https://docs.docker.com/reference/cli/docker/#configuration-files), or of
/// Podman's, which has the same form (https://github.com/containers/image/blob/main/docs/containers-auth.json.5.md).
/// </summary>
internal sealed class DockerConfiguration
{
    private readonly Content _content;
    private readonly string _file;

    private DockerConfiguration(string file, Content content) => (_file, _content) = (file, content);

    /// <summary>
    /// The files that may hold credentials, first to be asked first. These are the places of Valleysoft.DockerCredsProvider
    /// 2.2.4, by which SDK 10.0.401 looks them up, seen by running it: Podman's files come before Docker's, and the folder
    /// of the user's configuration is in <c>XDG_CONFIG_DIR</c>, not in the <c>XDG_CONFIG_HOME</c> that Podman itself reads.
    /// </summary>
    public static IReadOnlyList<string> Files(Func<string, string?> environment)
    {
        if (environment("REGISTRY_AUTH_FILE") is { Length: > 0 } only) return [only];

        var home = System.Environment.GetFolderPath(System.Environment.SpecialFolder.UserProfile);
        List<string> files = [];
        if (environment("XDG_RUNTIME_DIR") is { Length: > 0 } runtime) files.Add(Path.Combine(runtime, "containers", "auth.json"));
        files.Add(Path.Combine(Set("XDG_CONFIG_DIR") ?? Path.Combine(home, ".config"), "containers", "auth.json"));
        files.Add(Path.Combine(Set("DOCKER_CONFIG") ?? Path.Combine(home, ".docker"), "config.json"));
        return files;

        string? Set(string variable) => environment(variable) is { Length: > 0 } set ? set : null;
    }

    /// <summary>Reads a file; null where there is none.</summary>
    /// <exception cref="InkException">INK4002: the file is there and cannot be read.</exception>
    public static async Task<DockerConfiguration?> ReadAsync(string file, CancellationToken cancellationToken)
    {
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

        return Entries(host).Select(Decode).FirstOrDefault(found => found is not null);
    }

    // The registry's own spellings first; then, as the SDK does, any key with its host, whatever path follows that.
    private IEnumerable<Entry> Entries(RegistryHost host)
    {
        if (_content.Auths is not { } auths) return [];
        var exact = host.CredentialKeys.Select(key => auths.GetValueOrDefault(key));
        return exact.Concat(auths.Where(pair => HostOf(pair.Key).Equals(host.Name, StringComparison.OrdinalIgnoreCase)).Select(pair => pair.Value)).OfType<Entry>();
    }

    private static string HostOf(string key)
    {
        var scheme = key.IndexOf("://", StringComparison.Ordinal);
        return key[(scheme < 0 ? 0 : scheme + 3)..].Split('/')[0];
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
