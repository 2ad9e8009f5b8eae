using Ink.EndToEnd.Tests.Infrastructure;

namespace Ink.EndToEnd.Tests.Services;

/// <summary>A service that keeps files: a config file for each environment, scratch space, a claim that its workloads share.</summary>
internal static class Library
{
    public const string Name = "library";

    private const string Program = """
        using Ink;

        [assembly: App("library")]
        [assembly: Web]
        [assembly: Worker("index")]
        [assembly: Resources(Cpu = "100m", Memory = "192Mi")]
        [assembly: ConfigFile("config/{environment}.json", MountPath = "/app/appsettings.Local.json", Workload = "web")]
        [assembly: ConfigFile("rules.bin", Workload = "web")]
        [assembly: Volume("/var/cache/library", Workload = "web")]
        [assembly: Volume("/var/lib/library", Size = "1Gi", AccessMode = AccessMode.ReadWriteMany, Workload = "web")]
        [assembly: Volume("/var/lib/index", Size = "10Gi", StorageClass = "gp3", Workload = "index")]

        var builder = WebApplication.CreateBuilder(args);
        builder.AddInk();
        builder.Configuration.AddJsonFile("appsettings.Local.json");

        var app = builder.Build();
        app.MapInk();
        app.MapGet("/currency", (IConfiguration configuration) => configuration["Currency"]);
        app.MapGet("/rules", () => Convert.ToHexString(File.ReadAllBytes("rules.bin")));
        app.MapPost("/write", (string file) =>
        {
            try
            {
                File.AppendAllText(file, "text");
                return "written";
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                return exception.Message;
            }
        });
        await app.RunInkAsync();

        """;

    /// <summary>Writes its files into a tree that sees the package.</summary>
    public static Workspace Write(Workspace workspace, string sdkVersion)
    {
        workspace
            .Write("Library.csproj", ProjectFile.Of(sdkVersion))
            .Write("Program.cs", Program)
            .Write("config/dev.json", "{ \"Currency\": \"USD\" }\r\n")
            .Write("config/production.json", "{ \"Currency\": \"EUR\" }\n")
            .Write("config/staging.json", "{ \"Currency\": \"GBP\" }\n");
        File.WriteAllBytes(workspace.PathOf("rules.bin"), [0, 255, 13, 10]);
        return workspace;
    }
}
