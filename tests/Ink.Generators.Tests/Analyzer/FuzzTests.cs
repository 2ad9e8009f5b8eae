using System.Diagnostics;
using Ink.Generators.Tests.Infrastructure;

namespace Ink.Generators.Tests.Analyzer;

/// <summary>Thousands of programs that are broken in small ways: neither the generator nor an analyzer throws on any.</summary>
public sealed class FuzzTests
{
    private const int Most = 3000;
    private const int Fewest = 100;
    private static readonly TimeSpan Time = TimeSpan.FromSeconds(15);

    // What every analyzer has something to say about.
    private const string Program = Sources.Program +
        """

        internal sealed class Hardening
        {
            private const string ApiKey = "1234";

            public object Change(WebApplicationBuilder builder, V1PodSpec pod)
            {
                builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromSeconds(90));
                builder.Services.AddHealthChecks();
                pod.HostNetwork = true;
                pod.Containers[0].SecurityContext = new V1SecurityContext
                {
                    RunAsUser = 0,
                    RunAsNonRoot = false,
                    Capabilities = new V1Capabilities { Add = ["SYS_ADMIN", "KILL"], Drop = new List<string> { "NET_RAW" } },
                };
                return new V1Container { Image = "redis:" + ApiKey, Ports = [new() { ContainerPort = 80, HostPort = 80 }] };
            }
        }
        """;

    [Fact]
    public async Task A_program_with_tokens_changed_throws_nowhere()
    {
        const int seed = 20260102;
        var mutations = new Mutations(Program, new Random(seed));
        var watch = Stopwatch.StartNew();
        var round = 0;
        for (; round < Most && (round < Fewest || watch.Elapsed < Time); round++)
        {
            var text = mutations.Next();
            try
            {
                await Diagnosed.AssertNothingThrows(Project(text));
            }
            catch (Exception exception)
            {
                throw new InvalidOperationException($"Mutation {round} of seed {seed} makes something throw:\n{text}", exception);
            }
        }
    }

    [Fact]
    public async Task The_program_itself_is_judged_by_every_analyzer()
    {
        // Else the mutations would be of code that nobody looks at.
        var ids = await Diagnosed.IdsOf(Project(Program));
        Assert.Superset(new HashSet<string> { "INK1015", "INK2001", "INK2003", "INK2004", "INK2007", "INK2014" }, ids);
    }

    private static TestProject Project(string program)
    {
        var project = TestProject.Web(program, Sources.OrderWorker);
        return project with { References = [.. project.References, References.KubernetesClient], ExtraUsings = [.. project.ExtraUsings, "System.Collections.Generic", "k8s.Models"] };
    }
}
