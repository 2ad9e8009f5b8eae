using System.Reflection;
using System.Runtime.Versioning;
using Ink.EndToEnd.Tests.Infrastructure;
using Xunit.Abstractions;
using Xunit.Sdk;

// podman, docker-registry and the scripts of eng/ are Linux programs.
[assembly: SupportedOSPlatform("linux")]
[assembly: TestFramework("Ink.EndToEnd.Tests.Infrastructure." + nameof(BenchTestFramework), "Ink.EndToEnd.Tests")]
// A class is a collection, so tests of one class run in turn; three at a time, as builds nearly fill the cores by themselves.
[assembly: CollectionBehavior(MaxParallelThreads = 3)]

namespace Ink.EndToEnd.Tests.Infrastructure;

/// <summary>Stops the <see cref="Bench"/> after the last test: xunit 2 has no fixture for a whole assembly.</summary>
public sealed class BenchTestFramework(IMessageSink messageSink) : XunitTestFramework(messageSink)
{
    protected override ITestFrameworkExecutor CreateExecutor(AssemblyName assemblyName) =>
        new Executor(assemblyName, SourceInformationProvider, DiagnosticMessageSink);

    private sealed class Executor(AssemblyName assembly, ISourceInformationProvider source, IMessageSink diagnostics)
        : XunitTestFrameworkExecutor(assembly, source, diagnostics)
    {
        protected override async void RunTestCases(
            IEnumerable<IXunitTestCase> testCases, IMessageSink executionMessageSink, ITestFrameworkExecutionOptions executionOptions)
        {
            using var runner = new Runner(TestAssembly, testCases, DiagnosticMessageSink, executionMessageSink, executionOptions);
            await runner.RunAsync();
        }
    }

    private sealed class Runner(
        ITestAssembly assembly, IEnumerable<IXunitTestCase> cases, IMessageSink diagnostics, IMessageSink execution,
        ITestFrameworkExecutionOptions options)
        : XunitTestAssemblyRunner(assembly, cases, diagnostics, execution, options)
    {
        protected override async Task BeforeTestAssemblyFinishedAsync()
        {
            // A failure here is reported as one of the run, not thrown into the runner.
            await Aggregator.RunAsync(Bench.Stop);
            await base.BeforeTestAssemblyFinishedAsync();
        }
    }
}
