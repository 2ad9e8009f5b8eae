namespace Ink.Generators.Tests.Behaviour;

public sealed class SecretTests
{
    private const string Attributes =
        """
        [assembly: Web]
        [assembly: Worker<OrderWorker>]
        [assembly: Secret("ConnectionStrings__Orders")]
        [assembly: Secret("API_KEY")]
        [assembly: Secret("QUEUE_KEY", Workload = "order-worker")]
        [assembly: Secret("AUDIT_KEY", Environment = "production")]
        """;

    private static readonly (string, string?) Orders = ("ConnectionStrings:Orders", "Host=db");
    private static readonly (string, string?) ApiKey = ("API_KEY", "tell-nobody");
    private static readonly (string, string?) QueueKey = ("QUEUE_KEY", "x");
    private static readonly (string, string?) Web = ("INK_ROLE", "web");

    [Fact]
    public async Task The_host_starts_when_all_are_there()
    {
        await using var app = WebEntry.Build(Attributes, Orders, ApiKey, QueueKey);

        await app.StartAsync();
        await app.StopAsync();
    }

    [Fact]
    public async Task One_message_names_all_that_are_missing_and_no_value()
    {
        var message = await Failure(Attributes, ApiKey);

        Assert.Equal(
            "Missing secrets: ConnectionStrings__Orders (locally: dotnet user-secrets set \"ConnectionStrings:Orders\" \"<value>\", or the environment variable); "
            + "QUEUE_KEY (locally: dotnet user-secrets set \"QUEUE_KEY\" \"<value>\", or the environment variable). "
            + "In the cluster they come from the secret store: add the key that [assembly: Secret] names there.",
            message);
    }

    [Fact]
    public async Task A_role_needs_its_own_secrets_only()
    {
        await using var app = WebEntry.Build(Attributes, Orders, ApiKey, Web);
        await app.StartAsync();
        await app.StopAsync();

        Assert.Contains("of the role 'order-worker': QUEUE_KEY", await Failure(Attributes, Orders, ApiKey, ("INK_ROLE", "order-worker")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_secret_of_an_environment_is_needed_there_alone()
    {
        await using var app = WebEntry.Build(Attributes, Orders, ApiKey, Web, ("INK_ENVIRONMENT", "staging"));
        await app.StartAsync();
        await app.StopAsync();

        Assert.Contains("AUDIT_KEY", await Failure(Attributes, Orders, ApiKey, Web, ("INK_ENVIRONMENT", "production")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_value_is_missing() =>
        Assert.Contains("API_KEY", await Failure(Attributes, Orders, QueueKey, ("API_KEY", "")), StringComparison.Ordinal);

    [Fact]
    public async Task A_secret_in_a_file_is_there_when_the_file_is()
    {
        var file = Path.GetTempFileName();
        try
        {
            var attributes = $"[assembly: Web] [assembly: Secret(\"SIGNING_KEY\", File = \"{file}\")]";
            await using var app = WebEntry.Build(attributes);
            await app.StartAsync();
            await app.StopAsync();

            File.Delete(file);

            Assert.Contains($"SIGNING_KEY (locally: the file {file})", await Failure(attributes), StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public async Task A_secret_that_is_a_file_in_one_environment_is_a_variable_elsewhere()
    {
        const string attributes = """[assembly: Web] [assembly: Secret("KEY")] [assembly: Secret("KEY", File = "/nowhere/key", Environment = "production")]""";

        Assert.Contains("user-secrets set \"KEY\"", await Failure(attributes), StringComparison.Ordinal);
        Assert.Contains("the file /nowhere/key", await Failure(attributes, ("KEY", "x"), ("INK_ENVIRONMENT", "production")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Building_the_app_needs_no_secret()
    {
        // What tools do that make an OpenAPI document or a migration.
        await using var app = WebEntry.Build(Attributes);

        Assert.NotNull(app.Services);
    }

    [Fact]
    public async Task The_message_comes_before_a_worker_that_fails_for_want_of_the_secret()
    {
        var assembly = WebEntry.Compile(Attributes);
        await using var app = WebEntry.Build(assembly, builder => Microsoft.Extensions.DependencyInjection.ServiceCollectionHostedServiceExtensions.AddHostedService<Greedy>(builder.Services));

        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => app.StartAsync());

        Assert.StartsWith("Missing secrets", exception.Message, StringComparison.Ordinal);
    }

    private static async Task<string> Failure(string attributes, params (string, string?)[] configuration)
    {
        await using var app = WebEntry.Build(attributes, configuration);
        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => app.StartAsync());
        Assert.DoesNotContain("tell-nobody", exception.ToString(), StringComparison.Ordinal);
        return exception.Message;
    }

    private sealed class Greedy : Microsoft.Extensions.Hosting.BackgroundService
    {
        public Greedy() => throw new NotSupportedException("no connection string");

        protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.CompletedTask;
    }
}
