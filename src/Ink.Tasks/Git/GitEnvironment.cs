using System.Globalization;

namespace Ink.Tasks.Git;

/// <summary>
/// The environment git runs in: never a prompt, messages in English (they are shown, and one or two are looked at), and
/// nothing of a repository that happens to surround the build.
/// </summary>
internal static class GitEnvironment
{
    private static readonly Dictionary<string, string?> Always = new()
    {
        ["GIT_TERMINAL_PROMPT"] = "0",
        ["GIT_OPTIONAL_LOCKS"] = "0",
        ["GIT_PAGER"] = "cat",
        ["LC_ALL"] = "C",
        ["LANGUAGE"] = null,
        // Set inside a git hook, where a build may well run: with these, every call would look at the hook's repository.
        // GIT_CONFIG_COUNT and GIT_CONFIG_PARAMETERS belong to this group for git, but carry the user's credentials in CI.
        ["GIT_DIR"] = null,
        ["GIT_WORK_TREE"] = null,
        ["GIT_COMMON_DIR"] = null,
        ["GIT_INDEX_FILE"] = null,
        ["GIT_OBJECT_DIRECTORY"] = null,
        ["GIT_ALTERNATE_OBJECT_DIRECTORIES"] = null,
        ["GIT_SHALLOW_FILE"] = null,
        ["GIT_PREFIX"] = null,
        ["GIT_NAMESPACE"] = null,
        ["GIT_QUARANTINE_PATH"] = null,
    };

    /// <summary>The fixed variables with a call's own on top.</summary>
    public static IReadOnlyDictionary<string, string?> For(IReadOnlyDictionary<string, string?> own)
    {
        if (own.Count == 0) return Always;
        var all = new Dictionary<string, string?>(Always);
        foreach (var (name, value) in own) all[name] = value;
        return all;
    }

    /// <summary>
    /// Configuration as variables (<c>GIT_CONFIG_COUNT</c>, git 2.31 and later), after any the user has set that way.
    /// Unlike <c>-c</c>, other users of the machine cannot read them in the process list.
    /// </summary>
    public static Dictionary<string, string?> Configuration(IEnumerable<KeyValuePair<string, string>> settings)
    {
        var variables = new Dictionary<string, string?>();
        var before = System.Environment.GetEnvironmentVariable("GIT_CONFIG_COUNT");
        var index = int.TryParse(before, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : 0;
        foreach (var (key, value) in settings)
        {
            variables[$"GIT_CONFIG_KEY_{index}"] = key;
            variables[$"GIT_CONFIG_VALUE_{index}"] = value;
            index++;
        }

        variables["GIT_CONFIG_COUNT"] = index.ToString(CultureInfo.InvariantCulture);
        return variables;
    }
}
