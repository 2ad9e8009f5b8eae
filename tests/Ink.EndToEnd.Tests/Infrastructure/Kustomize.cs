namespace Ink.EndToEnd.Tests.Infrastructure;

/// <summary>The user's kustomize, in kubectl.</summary>
internal static class Kustomize
{
    /// <summary>What Argo CD would apply of a folder.</summary>
    public static async Task<string> Build(Shell shell, string folder) =>
        (await shell.Run("kubectl", "kustomize", folder)).Succeeded().Output;
}
