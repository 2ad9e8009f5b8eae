using Ink.Generators.CodeFixes;
using Ink.Generators.Tests.Infrastructure;

namespace Ink.Generators.Tests.Fixes;

/// <summary>The fix of INK0013.</summary>
public sealed class ImplementRoleTests
{
    [Fact]
    public Task Derives_a_worker_from_BackgroundService() =>
        AnalyzerTest.CheckFix<ImplementRoleCodeFix>(
            """
            [assembly: Worker<{|INK0013:Emails|}>]

            // Sends them.
            internal sealed class Emails(string from)
            {
                public string From => from;
            }
            """,
            """
            [assembly: Worker<Emails>]

            // Sends them.
            internal sealed class Emails(string from) : BackgroundService
            {
                public string From => from;

                protected override Task ExecuteAsync(CancellationToken stoppingToken)
                {
            #warning Emails does nothing yet: write its work into ExecuteAsync.
                    return Task.CompletedTask;
                }
            }
            """,
            "Derive Emails from BackgroundService");

    [Fact]
    public Task Implements_IHostedService_where_the_base_class_is_taken() =>
        AnalyzerTest.CheckFix<ImplementRoleCodeFix>(
            """
            [assembly: Worker<{|INK0013:Emails|}>("emails")]
            internal sealed class Emails : System.IO.StringWriter, IDisposable
            {
                public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;
            }
            """,
            """
            [assembly: Worker<Emails>("emails")]
            internal sealed class Emails : System.IO.StringWriter, IDisposable, IHostedService
            {
                public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

                public Task StopAsync(CancellationToken cancellationToken)
                {
            #warning Emails does nothing yet: write its work into StopAsync.
                    return Task.CompletedTask;
                }
            }
            """,
            "Implement IHostedService in Emails");

    [Theory]
    [InlineData("internal sealed class Import;", "internal sealed class Import : IInkJob\n{\n    public Task RunAsync(CancellationToken stop)\n    {\n#warning Import does nothing yet: write its work into RunAsync.\n        return Task.CompletedTask;\n    }\n}")]
    [InlineData("internal sealed class Import { }", "internal sealed class Import : IInkJob { \n    public Task RunAsync(CancellationToken stop)\n    {\n#warning Import does nothing yet: write its work into RunAsync.\n        return Task.CompletedTask;\n    }\n}")]
    [InlineData("internal sealed class Import { public Task RunAsync(CancellationToken stop) => Task.CompletedTask; }", "internal sealed class Import : IInkJob { public Task RunAsync(CancellationToken stop) => Task.CompletedTask; }")]
    public Task Implements_IInkJob(string before, string after) =>
        AnalyzerTest.CheckFix<ImplementRoleCodeFix>($"[assembly: Job<{{|INK0013:Import|}}>]\n{before}", $"[assembly: Job<Import>]\n{after}", "Implement IInkJob in Import");

    [Fact]
    public Task Writes_into_the_file_of_the_class_once_and_names_what_is_not_imported() =>
        AnalyzerTest.CheckFix<ImplementRoleCodeFix>(
            new TestProject
            {
                References = References.Web,
                Sources =
                [
                    "[assembly: Ink.Job<{|INK0013:Shop.Import|}>]\n[assembly: Ink.CronJob<{|INK0013:Shop.Import|}>(\"nightly\", \"@daily\")]\n",
                    "namespace Shop\n{\n    public class Import\n    {\n    }\n}\n",
                ],
            },
            [
                "[assembly: Ink.Job<Shop.Import>]\n[assembly: Ink.CronJob<Shop.Import>(\"nightly\", \"@daily\")]\n",
                "namespace Shop\n{\n    public class Import : Ink.IInkJob\n    {\n        public Task RunAsync(CancellationToken stop)\n        {\n#warning Import does nothing yet: write its work into RunAsync.\n            return Task.CompletedTask;\n        }\n    }\n}\n",
            ]);

    [Theory]
    [InlineData("[assembly: Worker<{|INK0013:Thing|}>] internal abstract class Thing : BackgroundService;")]
    [InlineData("[assembly: Worker<{|INK0013:Thing|}>] internal sealed class Thing { public Task ExecuteAsync(CancellationToken stop) => Task.CompletedTask; }")]
    [InlineData("[assembly: Worker<{|INK0013:string|}>]")]
    [InlineData("[assembly: Job<{|INK0013:Thing|}>] internal interface Thing : IInkJob;")]
    public Task Leaves_alone_what_it_cannot_know(string source) => AnalyzerTest.CheckFix<ImplementRoleCodeFix>(source, source);
}
