using Ink.Generators.Tables;
using Ink.Model.Collections;

namespace Ink.Generators.Emit;

/// <summary>The part of <c>InkHost.g.cs</c> that looks for the declared secrets.</summary>
internal static class SecretsSource
{
    public static string Write(SecretTables tables) =>
        $$"""
                private static Secret[] SecretsOf(string? environment)
                {
                    switch (environment)
                    {
                        {{Code.Lines(16, Cases(tables))}}
                    }
                }

                /// <summary>Refuses to start the host while a declared secret is missing.</summary>
                private sealed class SecretsCheck : global::Microsoft.Extensions.Hosting.IHostedService
                {
                    public SecretsCheck(global::Microsoft.Extensions.Configuration.IConfiguration configuration, string? role)
                    {
                        var missing = new global::System.Collections.Generic.List<string>();
                        foreach (Secret secret in SecretsOf(Read(configuration, "INK_ENVIRONMENT")))
                        {
                            bool isNeeded = secret.Role is null || IsActive(role, secret.Role);
                            if (isNeeded && secret.IsMissing(configuration) && !missing.Contains(secret.Remedy))
                            {
                                missing.Add(secret.Remedy);
                            }
                        }

                        if (missing.Count > 0)
                        {
                            throw new global::System.InvalidOperationException(
                                "Missing secrets" + (role is null ? "" : " of the role '" + role + "'") + ": " + string.Join("; ", missing)
                                + ". In the cluster they come from the secret store: add the key that [assembly: Secret] names there.");
                        }
                    }

                    public global::System.Threading.Tasks.Task StartAsync(global::System.Threading.CancellationToken cancellationToken) =>
                        global::System.Threading.Tasks.Task.CompletedTask;

                    public global::System.Threading.Tasks.Task StopAsync(global::System.Threading.CancellationToken cancellationToken) =>
                        global::System.Threading.Tasks.Task.CompletedTask;
                }

                private sealed class Secret
                {
                    private readonly string name;
                    private readonly string? file;

                    public Secret(string name, string? file, string? role)
                    {
                        this.name = name;
                        this.file = file;
                        Role = role;
                    }

                    public string? Role { get; }

                    public string Remedy => file is null
                        ? name + " (locally: dotnet user-secrets set \"" + name.Replace("__", ":", global::System.StringComparison.Ordinal) + "\" \"<value>\", or the environment variable)"
                        : name + " (locally: the file " + file + ")";

                    public bool IsMissing(global::Microsoft.Extensions.Configuration.IConfiguration configuration) =>
                        file is null ? Read(configuration, name) is null : !global::System.IO.File.Exists(file);
                }
        """;

    private static IEnumerable<string> Cases(SecretTables tables)
    {
        foreach (var named in tables.Named)
        {
            yield return $"case {Code.Literal(named.Environment)}:";
            yield return $"    return {Rows(named.Rows)};";
        }

        yield return "default:";
        yield return $"    return {Rows(tables.Local)};";
    }

    private static string Rows(EquatableArray<SecretRow> rows) => rows.Count == 0
        ? "global::System.Array.Empty<Secret>()"
        : $"new Secret[] {{ {string.Join(", ", rows.Select(row => $"new Secret({Code.Literal(row.Name)}, {Code.Literal(row.File)}, {Code.Literal(row.Role)})"))} }}";
}
