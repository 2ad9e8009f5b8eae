using System.Collections;

namespace Ink.EndToEnd.Tests.Infrastructure;

/// <summary>
/// The environment that commands run with: that of a newcomer's terminal, not that of the test host, and with git and
/// container settings of its own, so that the user's neither help nor harm.
/// </summary>
internal static class CommandEnvironment
{
    // What 'dotnet test' sets for its own children, and git for a hook's.
    private static readonly string[] Inherited = ["MSBUILD", "VSTEST", "MICROSOFT_TESTING", "COREHOST", "GIT_", "INK_"];

    /// <param name="folder">Holds the settings; lives as long as the commands.</param>
    public static Dictionary<string, string?> Create(string folder)
    {
        var environment = Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
            .Select(entry => (string)entry.Key)
            .Where(key => Inherited.Any(prefix => key.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)))
            .ToDictionary(key => key, _ => (string?)null);

        var docker = Path.Combine(folder, "docker");
        Directory.CreateDirectory(docker);
        File.WriteAllText(Path.Combine(docker, "config.json"), "{}");

        // No identity: Ink must not depend on one, as CI has none. Commits of the tests bring theirs.
        var git = Path.Combine(folder, "gitconfig");
        File.WriteAllText(git, "[init]\n\tdefaultBranch = main\n[gc]\n\tauto = 0\n[maintenance]\n\tauto = false\n");

        environment["DOCKER_CONFIG"] = docker;
        environment["REGISTRY_AUTH_FILE"] = Path.Combine(docker, "config.json");
        environment["GIT_CONFIG_GLOBAL"] = git;
        environment["GIT_CONFIG_NOSYSTEM"] = "1";
        environment["XDG_CACHE_HOME"] = Path.Combine(folder, "cache");
        environment["GIT_TERMINAL_PROMPT"] = "0";
        environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        environment["DOTNET_NOLOGO"] = "1";
        environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        environment["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0";
        // A node that outlives its build would keep the packed tasks loaded.
        environment["MSBUILDDISABLENODEREUSE"] = "1";
        environment["MSBUILDTERMINALLOGGER"] = "off";
        environment["LC_ALL"] = "C.UTF-8";
        return environment;
    }

    /// <summary>The bench's own commands, which need nothing kept apart.</summary>
    public static IReadOnlyDictionary<string, string?> Plain { get; } = new Dictionary<string, string?> { ["LC_ALL"] = "C.UTF-8" };
}
