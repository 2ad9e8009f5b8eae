using System.Globalization;
using Ink.Model.Declarations;
using Ink.Model.Resolution;
using Ink.Model.Specs;
using Ink.Model.Tests.Support;
using static Ink.Model.Tests.Support.Declare;

namespace Ink.Model.Tests.Resolution;

/// <summary>
/// The order of precedence as a truth table of every source there is, for a setting of each type: any set of them may speak, and the
/// strongest of those that do is the one that counts.
/// </summary>
public class PrecedenceTableTests
{
    private enum Source
    {
        Project,
        Metadata,
        Plain,
        Environment,
        Workload,
        WorkloadInEnvironment,
        CommandLine,
    }

    // The weakest first.
    private static readonly Source[] Order = Enum.GetValues<Source>();

    // What is called a default stands in for what nobody wrote, and overrides nothing that somebody did.
    private static readonly Source[] OrderOfDefaults =
        [Source.Project, Source.Metadata, Source.CommandLine, Source.Plain, Source.Environment, Source.Workload, Source.WorkloadInEnvironment];

    private static string[] Texts => [.. Order.Select(source => $"class-{(int)source}")];

    private static string[] Numbers => [.. Order.Select(source => ((int)source + 10).ToString(CultureInfo.InvariantCulture))];

    [Fact]
    public void Of_a_text() =>
        Check("InkPriorityClass", Order, Texts, value => Availability(("PriorityClass", value)), web => web.Availability.PriorityClass, otherwise: null);

    [Fact]
    public void Of_a_path() =>
        Check("InkMetricsPath", Order, [.. Texts.Select(text => $"/{text}")], value => Metrics(("Path", value)), web => web.Metrics?.Path, "/metrics", Metrics().For("web"));

    [Fact]
    public void Of_a_number() =>
        Check("InkGraceSeconds", Order, Numbers, value => Availability(("GraceSeconds", int.Parse(value, CultureInfo.InvariantCulture))), web => $"{web.GraceSeconds}", "30");

    [Fact]
    public void Of_a_quantity() =>
        Check("InkDefaultCpu", OrderOfDefaults, [.. Numbers.Select(number => $"{number}m")], value => Resources(("Cpu", value)), web => web.Resources.Cpu.Text, "100m");

    // A switch has two values for seven sources: each source has the one, then the other, against all the rest.
    [Fact]
    public void Of_a_switch()
    {
        foreach (var odd in Order)
        {
            foreach (var value in new[] { true, false })
            {
                string[] values = [.. Order.Select(source => source == odd ? $"{value}" : $"{!value}")];
                Check("InkSpread", Order, values, text => Availability(("Spread", bool.Parse(text))), web => $"{web.Availability.Spread}", "True");
            }
        }
    }

    // Peers of different names add up; a property says it all or nothing.
    [Fact]
    public void Of_a_list()
    {
        foreach (var set in Sets())
        {
            var (project, declarations) = Arrange("InkAllowFrom", set, [.. Texts.Select(text => $"{text}; {text}-b")], value => AllowFrom(value.Split(';')[0]));
            string[] attributes = [.. set.Where(source => source is > Source.Metadata and < Source.CommandLine).Select(source => Texts[(int)source])];
            string[] expected = set.Contains(Source.CommandLine) ? Both(Source.CommandLine)
                : attributes.Length > 0 ? attributes
                : set.Contains(Source.Metadata) ? Both(Source.Metadata)
                : set.Contains(Source.Project) ? Both(Source.Project)
                : [];

            Assert.Equal(expected, project.Workload("web", declarations).AllowFrom.Select(peer => peer.App));
        }

        static string[] Both(Source source) => [Texts[(int)source], $"{Texts[(int)source]}-b"];
    }

    // Arguments of the attribute that declares the workload: it is its own scope. They have no property.
    [Fact]
    public void Of_the_arguments_of_a_process()
    {
        foreach (var set in Sets().Where(set => set.All(source => source is Source.Plain or Source.Environment)))
        {
            var declarations = set.Select(source => Web(("Args", List($"{source}"))) with { Environment = source == Source.Environment ? "dev" : null });

            Assert.Equal(set.Length == 0 ? [] : [$"{set[^1]}"], new Project().Workload("web", declarations).Args);
        }
    }

    // Labels come from items, which know environments of their own, and never from the command line.
    [Fact]
    public void Of_a_label()
    {
        foreach (var set in Sets().Where(set => !set.Contains(Source.CommandLine)))
        {
            var (_, declarations) = Arrange("InkLabel", set, Texts, value => Label("tier", value));
            ProjectMetadata?[] items =
            [
                set.Contains(Source.Metadata) ? new ProjectMetadata("tier", Texts[(int)Source.Metadata], Environment: "dev") : null,
                set.Contains(Source.Project) ? new ProjectMetadata("tier", Texts[(int)Source.Project]) : null,
                new ProjectMetadata("tier", "elsewhere", Environment: "production"),
            ];
            var web = new Project { Labels = [.. items.OfType<ProjectMetadata>()] }.Workload("web", declarations);

            Assert.Equal(set.Length == 0 ? null : Texts[(int)set[^1]], web.Labels.SingleOrDefault()?.Value);
        }
    }

    private static void Check(
        string property,
        Source[] order,
        string[] values,
        Func<string, Declaration> attribute,
        Func<WorkloadSpec, string?> read,
        string? otherwise,
        params Declaration[] always)
    {
        foreach (var set in Sets())
        {
            var (project, declarations) = Arrange(property, set, values, attribute);
            // A layer that is there for the sake of the others must not be a second one of its scope.
            var others = set.Contains(Source.Workload) ? [] : always;
            var expected = set.Length == 0 ? otherwise : values[(int)order.Last(set.Contains)];

            Assert.Equal(expected, read(project.Workload("web", [.. declarations, .. others])));
        }
    }

    private static (Project Project, List<Declaration> Declarations) Arrange(string property, Source[] set, string[] values, Func<string, Declaration> attribute)
    {
        var project = new Project();
        List<Declaration> declarations = [];
        foreach (var source in set)
        {
            var value = values[(int)source];
            switch (source)
            {
                case Source.Project:
                    project.Properties[property] = value;
                    break;
                case Source.Metadata:
                    project.Metadata[property["Ink".Length..]] = value;
                    break;
                case Source.CommandLine:
                    project.CommandLine[property] = value;
                    break;
                default:
                    declarations.Add(attribute(value) with
                    {
                        Environment = source is Source.Environment or Source.WorkloadInEnvironment ? "dev" : null,
                        Workload = source is Source.Workload or Source.WorkloadInEnvironment ? "web" : null,
                    });
                    break;
            }
        }

        return (project, declarations);
    }

    // Every set of sources, each with the weakest first.
    private static IEnumerable<Source[]> Sets() =>
        Enumerable.Range(0, 1 << Order.Length).Select(bits => Order.Where(source => (bits & (1 << (int)source)) != 0).ToArray());
}
