using System.Net;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Ink.Generators.Tests.Behaviour;

public sealed class EndpointTests
{
    [Fact]
    public async Task Answers_at_the_default_paths()
    {
        await using var app = await Start("");

        Assert.Equal(HttpStatusCode.OK, await Get(app, "/health/live"));
        Assert.Equal(HttpStatusCode.OK, await Get(app, "/health/ready"));
        Assert.Equal(HttpStatusCode.OK, await Get(app, "/"));
    }

    [Fact]
    public async Task Answers_at_every_declared_path_of_every_environment_and_workload()
    {
        await using var app = await Start(
            """
            [assembly: Web]
            [assembly: Worker("emails")]
            [assembly: Health(Ready = "/ready", Live = "live", Startup = "/started")]
            [assembly: Health(Ready = "/ready-{environment}", Environment = "production")]
            [assembly: Health(Live = "/{{braces}}", Workload = "emails")]
            """);

        foreach (var path in (string[])["/ready", "/live", "/started", "/ready-production", "/%7Bbraces%7D"])
            Assert.Equal(HttpStatusCode.OK, await Get(app, path));
        foreach (var path in (string[])["/health/ready", "/health/live", "/ready-dev", "/anything"])
            Assert.Equal(HttpStatusCode.NotFound, await Get(app, path));
    }

    [Fact]
    public async Task A_failing_check_makes_the_app_unready_and_keeps_it_alive()
    {
        await using var app = await Start(
            """[assembly: Health(Startup = "/started")]""",
            builder => builder.Services.AddHealthChecks().AddCheck("database", () => HealthCheckResult.Unhealthy()));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, await Get(app, "/health/ready"));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await Get(app, "/started"));
        Assert.Equal(HttpStatusCode.OK, await Get(app, "/health/live"));
    }

    [Fact]
    public async Task A_path_that_is_both_runs_the_checks()
    {
        await using var app = await Start(
            """[assembly: Health(Ready = "/health", Live = "/Health")]""",
            builder => builder.Services.AddHealthChecks().AddCheck("database", () => HealthCheckResult.Unhealthy()));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, await Get(app, "/health"));
    }

    [Fact]
    public async Task Answers_under_a_fallback_policy_and_a_redirection_to_HTTPS()
    {
        await using var app = await Start(
            "",
            builder =>
            {
                builder.Services.AddAuthentication();
                builder.Services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAssertion(_ => false).Build());
                builder.Services.AddHttpsRedirection(options => options.HttpsPort = 443);
            },
            app =>
            {
                app.UseHttpsRedirection();
                app.UseAuthorization();
            });

        Assert.Equal(HttpStatusCode.OK, await Get(app, "/health/ready"));
        Assert.Equal(HttpStatusCode.OK, await Get(app, "/health/live"));
        Assert.Equal(HttpStatusCode.TemporaryRedirect, await Get(app, "/"));
    }

    [Fact]
    public async Task Without_AddInk_says_what_to_call()
    {
        var assembly = WebEntry.Compile("");
        var builder = WebApplication.CreateBuilder();
        await using var app = builder.Build();

        var exception = Assert.Throws<InvalidOperationException>(() => assembly.Call<object?>("Map", app));

        Assert.Contains("builder.AddInk()", exception.Message, StringComparison.Ordinal);
    }

    private static async Task<WebApplication> Start(string attributes, Action<WebApplicationBuilder>? configure = null, Action<WebApplication>? use = null)
    {
        var assembly = WebEntry.Compile(attributes);
        var app = WebEntry.Build(assembly, configure ?? (_ => { }));
        use?.Invoke(app);
        assembly.Call<object?>("Map", app);
        await app.StartAsync();
        return app;
    }

    private static async Task<HttpStatusCode> Get(WebApplication app, string path)
    {
        using var handler = new HttpClientHandler { AllowAutoRedirect = false };
        using var client = new HttpClient(handler);
        using var response = await client.GetAsync(new Uri(app.Urls.Single() + path));
        return response.StatusCode;
    }
}
