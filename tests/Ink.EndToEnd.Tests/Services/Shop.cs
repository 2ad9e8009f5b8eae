using Ink.EndToEnd.Tests.Infrastructure;

namespace Ink.EndToEnd.Tests.Services;

/// <summary>A service that uses all there is: a web API and a worker, attributes for two environments, the generated names.</summary>
internal static class Shop
{
    public const string Name = "shop";

    /// <summary>The file that says what the service needs.</summary>
    public const string Program = """
        using Ink;
        using Shop;

        [assembly: App("shop", Team = "payments")]
        [assembly: Web]
        [assembly: Worker<Mailer>]
        [assembly: Resources(Cpu = "100m", Memory = "192Mi")]
        [assembly: Resources(Environment = "production", Memory = "384Mi")]
        [assembly: Secret("DB_PASSWORD")]
        [assembly: Secret("MAIL_TOKEN", Workload = "mailer")]
        [assembly: EnvironmentVariable("CURRENCY", "USD")]
        [assembly: EnvironmentVariable("CURRENCY", "EUR", Environment = "production")]
        [assembly: Ingress("shop.{domain}", Path = "/shop")]
        [assembly: IamRole("arn:aws:iam::{account}:role/shop")]

        var builder = WebApplication.CreateBuilder(args);
        builder.AddInk();

        var app = builder.Build();
        app.MapInk();
        app.MapGet("/shop/about", (IConfiguration configuration) => new
        {
            app = InkApp.Name,
            port = InkApp.Ports.Web,
            currency = configuration[InkApp.EnvironmentVariables.Currency],
            password = configuration[InkApp.Secrets.DbPassword],
            mails = Mailer.IsRunning,
        });
        app.MapGet("/shop/process", () => File.ReadAllText("/proc/self/status"));
        app.MapPost("/shop/write", (string folder) =>
        {
            try
            {
                File.WriteAllText(Path.Combine(folder, "file"), "text");
                return "written";
            }
            catch (IOException exception)
            {
                return exception.Message;
            }
        });
        await app.RunInkAsync();

        """;

    /// <summary>The line of <see cref="Program"/> that declares the ingress.</summary>
    public const string Ingress = "[assembly: Ingress(\"shop.{domain}\", Path = \"/shop\")]\n";

    /// <summary>What the worker logs when it starts.</summary>
    public const string WorkerIsUp = "The mailer looks for mail in USD";

    private const string Mailer = """
        using Ink;

        namespace Shop;

        internal sealed class Mailer(IConfiguration configuration, ILogger<Mailer> logger) : BackgroundService
        {
            public static bool IsRunning { get; private set; }

            protected override Task ExecuteAsync(CancellationToken stoppingToken)
            {
                IsRunning = true;
                logger.LogInformation("The mailer looks for mail in {Currency}", configuration[InkApp.EnvironmentVariables.Currency]);
                return Task.CompletedTask;
            }
        }

        """;

    private const string Environments = """
        <InkEnvironments Include="dev" Domain="dev.example.com" Account="111111111111" />
        <InkEnvironments Include="production" Domain="example.com" Account="333333333333" />
        """;

    /// <summary>Writes its files into a tree that sees the package.</summary>
    public static Workspace Write(Workspace workspace, string sdkVersion) => workspace
        .Write("Shop.csproj", ProjectFile.Of(sdkVersion, properties: "<TreatWarningsAsErrors>true</TreatWarningsAsErrors>", items: Environments))
        .Write("Program.cs", Program)
        .Write("Mailer.cs", Mailer);
}
