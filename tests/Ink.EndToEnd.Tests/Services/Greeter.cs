using Ink.EndToEnd.Tests.Infrastructure;

namespace Ink.EndToEnd.Tests.Services;

/// <summary>The smallest service that leaves nothing to be said about it: for scenarios of where things go, not of what goes there.</summary>
internal static class Greeter
{
    private const string Program = """
        [assembly: Ink.Resources(Cpu = "50m", Memory = "64Mi")]
        [assembly: Ink.Health(Ready = "/")]

        var app = WebApplication.CreateBuilder(args).Build();
        app.MapGet("/", () => "Hello");
        app.Run();

        """;

    /// <summary>Writes its files into a tree that sees the package.</summary>
    public static Workspace Write(Workspace workspace, string sdkVersion, string name = "Greeter") => workspace
        .Write($"{name}.csproj", ProjectFile.Of(sdkVersion))
        .Write("Program.cs", Program);
}
