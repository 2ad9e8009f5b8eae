using System.Diagnostics;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Ink.Manifests.Output;

namespace Ink.Manifests.Tests.Infrastructure;

/// <summary>Runs kubectl's offline commands on rendered files, in a folder that is deleted afterwards.</summary>
internal static class Kubectl
{
    private static readonly Encoding Utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

    public static void SkipIfAbsent() => Skip.IfNot(IsInstalled(), "kubectl is not installed (Debian: kubernetes-client).");

    /// <summary>The stream that <c>kubectl kustomize</c> makes of the folder.</summary>
    public static string Kustomize(IEnumerable<RenderedFile> files)
    {
        var folder = Directory.CreateTempSubdirectory("ink-kustomize-").FullName;
        try
        {
            foreach (var file in files)
                File.WriteAllText(Path.Combine(folder, file.Path), file.Content, Utf8);
            return Run(["kustomize", folder]);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>One YAML document as JSON, as kubectl's own reader takes it.</summary>
    public static string ToJson(string yaml) =>
        Run(["label", "--local", "--filename", "-", "--output", "json", "read-by=kubectl"], yaml);

    /// <summary>Every object of a stream, as kubectl's own reader takes it.</summary>
    public static IReadOnlyList<JsonNode> ReadAll(string yaml)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(ToJson(yaml)), new JsonReaderOptions { AllowMultipleValues = true });
        var objects = new List<JsonNode>();
        while (reader.Read())
            objects.Add(JsonNode.Parse(ref reader)!);
        return objects;
    }

    private static string Run(string[] arguments, string input = "")
    {
        var start = new ProcessStartInfo("kubectl", arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = Utf8,
            StandardOutputEncoding = Utf8,
        };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEndAsync();
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"kubectl {arguments[0]} failed: {errors.Result}");
        return output.Result;
    }

    private static bool IsInstalled() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Any(folder => File.Exists(Path.Combine(folder, OperatingSystem.IsWindows() ? "kubectl.exe" : "kubectl")));
}
