using Ink.Generators.Tests.Infrastructure;

namespace Ink.Generators.Tests.Behaviour;

public sealed class RoleTests
{
    private const string Attributes =
        """
        [assembly: Web]
        [assembly: Worker<OrderWorker>]
        [assembly: Worker<EmailWorker>("emails", Replicas = 2)]
        [assembly: Worker("emails", Replicas = 4, Environment = "production")]
        [assembly: Worker("reports")]
        """;

    private static readonly LiveAssembly App = WebEntry.Compile(Attributes);

    [Theory]
    [InlineData(null, "OrderWorker,EmailWorker")]
    [InlineData("", "OrderWorker,EmailWorker")]
    [InlineData("web", "")]
    [InlineData("order-worker", "OrderWorker")]
    [InlineData("emails", "EmailWorker")]
    [InlineData("reports", "")]
    public async Task The_role_decides_which_workers_run(string? role, string expected)
    {
        await using var app = WebEntry.Build(App, _ => { }, ("INK_ROLE", role));

        Assert.Equal(expected.Split(',', StringSplitOptions.RemoveEmptyEntries).Order(), WebEntry.Workers(app).Order());
    }

    [Theory]
    [InlineData("emial")]
    [InlineData("Web")]
    public void An_unknown_role_fails_at_once_and_names_the_roles(string role)
    {
        var exception = Assert.Throws<InvalidOperationException>(() => WebEntry.Build(App, _ => { }, ("INK_ROLE", role)));

        Assert.Equal($"INK_ROLE is '{role}', which is no role of this app. Its roles are emails, order-worker, reports, web; unset INK_ROLE to run all of them.", exception.Message);
    }

    [Fact]
    public async Task An_app_that_declares_nothing_has_the_role_web()
    {
        await using var app = WebEntry.Build("", ("INK_ROLE", "web"));

        Assert.Throws<InvalidOperationException>(() => WebEntry.Build("", ("INK_ROLE", "worker")));
    }

    [Fact]
    public async Task A_worker_that_exists_in_one_environment_only_is_a_role()
    {
        await using var app = WebEntry.Build("""[assembly: Web] [assembly: Worker<OrderWorker>(Environment = "production")]""", ("INK_ROLE", "order-worker"));

        Assert.Equal(["OrderWorker"], WebEntry.Workers(app));
    }
}
