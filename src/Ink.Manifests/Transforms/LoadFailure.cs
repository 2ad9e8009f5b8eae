using System.Reflection;

namespace Ink.Manifests.Transforms;

/// <summary>Puts into words why code of a transform could not be run, where the fault is in what was built and not in what it does.</summary>
internal static class LoadFailure
{
    /// <summary>The failure's message, and what to do about it where that can be told.</summary>
    /// <param name="exception">What was thrown.</param>
    /// <param name="assembly">The transform's assembly.</param>
    public static string Explain(Exception exception, Assembly assembly) => exception switch
    {
        FileNotFoundException { FileName: { } missing } =>
            $"{Sentence(exception.Message)} What a transform needs has to lie beside it: set <EnableDynamicLoading>true</EnableDynamicLoading> in the project that builds it{(missing.Contains("AspNetCore", StringComparison.Ordinal) || missing.Contains("Microsoft.Extensions", StringComparison.Ordinal) ? ", and reference packages in place of the shared framework of ASP.NET Core, which MSBuild does not have" : "")}.",
        MissingMemberException or TypeLoadException => $"{Sentence(exception.Message)} {Versions(assembly)}",
        _ => Sentence(exception.Message),
    };

    // Ink's own copies are used, whatever the transform was built against.
    private static string Versions(Assembly assembly)
    {
        var other = assembly.GetReferencedAssemblies()
            .Select(reference => (Reference: reference, Shared: TransformLoadContext.Shared.FirstOrDefault(shared => shared.GetName().Name == reference.Name)))
            .Where(pair => pair.Shared is not null && pair.Shared.GetName().Version != pair.Reference.Version)
            .Select(pair => $"{pair.Reference.Name} {pair.Reference.Version}, and Ink has {pair.Shared!.GetName().Version}")
            .ToList();
        return other.Count == 0
            ? "Build it anew, against the Ink.Manifests of the version of Ink.Sdk."
            : $"It is built against {string.Join("; ", other)}. Build it against the Ink.Manifests of the version of Ink.Sdk.";
    }

    private static string Sentence(string message)
    {
        var text = message.Trim();
        return text.EndsWith('.') || text.EndsWith('!') || text.EndsWith('?') ? text : $"{text}.";
    }
}
