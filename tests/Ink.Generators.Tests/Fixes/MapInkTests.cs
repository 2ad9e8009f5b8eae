using Ink.Generators.CodeFixes;
using Ink.Generators.Tests.Infrastructure;

namespace Ink.Generators.Tests.Fixes;

/// <summary>The fix of INK1005 and INK1008.</summary>
public sealed class MapInkTests
{
    private const string Unprobed = "INK1005";
    private const string Unmapped = "INK1008";

    // What the generator makes of a project, as far as the fix calls it.
    private const string Generated =
        """
        namespace Microsoft.Extensions.Hosting
        {
            internal static class InkHostExtensions { internal static T AddInk<T>(this T builder) where T : IHostApplicationBuilder => builder; }
        }

        namespace Microsoft.AspNetCore.Builder
        {
            internal static class InkEndpointExtensions { internal static void MapInk(this Microsoft.AspNetCore.Routing.IEndpointRouteBuilder endpoints) { } }
        }

        """;

    [Fact]
    public Task Calls_it_in_an_app_without_attributes() =>
        Check(
            Unprobed,
            """
            {|INK1005:var|} builder = WebApplication.CreateBuilder(args);
            builder.Services.AddSingleton<object>();

            var app = builder.Build(); // done
            app.MapGet("/", () => "Hello");
            app.Run();
            """,
            """
            var builder = WebApplication.CreateBuilder(args);
            builder.Services.AddSingleton<object>();

            builder.AddInk();
            var app = builder.Build();
            app.MapInk(); // done
            app.MapGet("/", () => "Hello");
            app.Run();
            """,
            "Call app.MapInk()");

    [Fact]
    public Task Leaves_AddInk_as_it_is() =>
        Check(
            Unmapped,
            """
            using Ink;

            [assembly: Health(Ready = {|INK1008:"/ready"|}, Live = {|INK1008:"/live"|})]

            var builder = WebApplication.CreateBuilder(args);
            builder.AddInk();
            WebApplication shop = builder.Build();
            shop.Run();
            """,
            """
            using Ink;

            [assembly: Health(Ready = "/ready", Live = "/live")]

            var builder = WebApplication.CreateBuilder(args);
            builder.AddInk();
            WebApplication shop = builder.Build();
            shop.MapInk();
            shop.Run();
            """);

    [Fact]
    public Task Calls_it_in_Main_and_imports_what_it_needs() =>
        Check(
            Unprobed,
            """
            using Microsoft.AspNetCore.Builder;
            using System.Threading;

            internal static class Program
            {
                private static void {|INK1005:Main|}(string[] args)
                {
                    var app = WebApplication.CreateBuilder(args).Build();
                    app.Run();
                }
            }
            """,
            """
            using Microsoft.AspNetCore.Builder;
            using Microsoft.Extensions.Hosting;
            using System.Threading;

            internal static class Program
            {
                private static void Main(string[] args)
                {
                    var app = WebApplication.CreateBuilder(args).AddInk().Build();
                    app.MapInk();
                    app.Run();
                }
            }
            """,
            usings: []);

    [Theory]
    [InlineData("{|INK1005:WebApplication|}.CreateBuilder(args).Build().Run();")]
    [InlineData("{|INK1005:var|} app = WebApplication.Create(args); app.Run();")]
    [InlineData("{|INK1005:var|} host = Host.CreateDefaultBuilder(args).Build(); host.Run();")]
    public Task Leaves_alone_a_program_of_another_shape(string program) => Check(Unprobed, program, program);

    private static Task Check(string rule, string before, string after, string? title = null, string[]? usings = null) =>
        AnalyzerTest.CheckFix<MapInkCodeFix>(
            TestProject.Web(before, Generated) with { HasEntryPoint = true, ExtraUsings = usings ?? TestProject.Web().ExtraUsings },
            [after],
            title,
            rule);
}
