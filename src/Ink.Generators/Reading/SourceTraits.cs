using System.Runtime.CompilerServices;
using Ink.Generators.Secrets;
using Microsoft.CodeAnalysis;

namespace Ink.Generators.Reading;

/// <summary>
/// What the text of a file tells before anyone walks its tree, which takes a hundred times as long: most files hold nothing for Ink. Read
/// once for the generator and the analyzers; an edit gives one new tree, and the others are the objects that they were.
/// </summary>
internal sealed class SourceTraits
{
    private const string EntryPoint = WellKnownMemberNames.EntryPointMethodName;

    private static readonly ConditionalWeakTable<SyntaxTree, SourceTraits> Known = new();

    private SourceTraits(string source)
    {
        MayMapEndpoints = Holds(source, EndpointCalls.Map) || Holds(source, EndpointCalls.UseHealthChecks);
        MayBegin = Holds(source, EntryPoint);
        MaySetShutdownTimeout = Holds(source, ShutdownTimeoutAnalyzer.Property);
        MayHoldSecret = SourceFilter.MayHoldSecret(source) || Holds(source, VariableSecrets.Attribute);
    }

    /// <summary>Whether there may be a call that maps an endpoint.</summary>
    public bool MayMapEndpoints { get; }

    /// <summary>Whether there may be an entry point, other than statements at the top.</summary>
    public bool MayBegin { get; }

    /// <summary>Whether the time that a host takes to stop may be set.</summary>
    public bool MaySetShutdownTimeout { get; }

    /// <summary>Whether a literal may be a secret.</summary>
    public bool MayHoldSecret { get; }

    public static SourceTraits Of(SyntaxTree tree) => Known.GetValue(tree, static tree => new SourceTraits(tree.GetText().ToString()));

    private static bool Holds(string source, string word) => source.IndexOf(word, StringComparison.Ordinal) >= 0;
}
