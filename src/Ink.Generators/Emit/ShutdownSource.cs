using System.Globalization;
using Ink.Generators.Tables;
using Ink.Model.Collections;

namespace Ink.Generators.Emit;

/// <summary>The part of <c>InkHost.g.cs</c> that fits the host's shutdown into the pod's grace period.</summary>
internal static class ShutdownSource
{
    /// <summary>The statements of <c>AddInk()</c>.</summary>
    public static IEnumerable<string> Registration(EquatableArray<ShutdownRow> rows) => rows.Count == 0
        ? []
        :
        [
            "// The pod is killed when its grace period is over, so the host has to give up before. First of all that configures the host:",
            "// what the app or its configuration says of the timeout wins, wherever it says so.",
            "if (ShutdownTimeoutOf(Read(builder.Configuration, \"INK_ENVIRONMENT\"), role) is global::System.TimeSpan timeout)",
            "{",
            "    services.Insert(0, global::Microsoft.Extensions.DependencyInjection.ServiceDescriptor.Singleton<global::Microsoft.Extensions.Options.IConfigureOptions<global::Microsoft.Extensions.Hosting.HostOptions>>(",
            "        new global::Microsoft.Extensions.Options.ConfigureOptions<global::Microsoft.Extensions.Hosting.HostOptions>(options => options.ShutdownTimeout = timeout)));",
            "}",
            "",
        ];

    /// <summary>The table, as a method.</summary>
    public static string Method(EquatableArray<ShutdownRow> rows) => rows.Count == 0
        ? ""
        : $$"""
                // Without a role there is no pod, and none of these: the host's own default is left alone.
                private static global::System.TimeSpan? ShutdownTimeoutOf(string? environment, string? role)
                {
                    return (environment, role) switch
                    {
                        {{Code.Lines(16, rows.Select(Row))}}
                        _ => null,
                    };
                }

        """;

    private static string Row(ShutdownRow row) =>
        $"({(row.Environment is null ? "_" : Code.Literal(row.Environment))}, {Code.Literal(row.Role)}) => global::System.TimeSpan.FromMilliseconds({row.Milliseconds.ToString(CultureInfo.InvariantCulture)}),";
}
