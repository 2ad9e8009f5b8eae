namespace Ink.Generators.CodeFixes.Secrets;

/// <summary>How a secret gets into the store of the machine.</summary>
internal static class UserSecrets
{
    /// <summary>The command, without the value.</summary>
    public static string Command(string name) => $"dotnet user-secrets set \"{KeyOf(name)}\" \"…\"";

    /// <summary>The key in .NET's configuration for the variable: <c>Smtp__Password</c> → <c>Smtp:Password</c>.</summary>
    public static string KeyOf(string name) => name.Replace("__", ":");
}
