using System.Reflection;
using Xunit.Abstractions;

namespace Ink.EndToEnd.Tests.Infrastructure;

/// <summary>Base of all tests here: a transcript by the test's name, and workspaces that go when the test is over.</summary>
public abstract class Scenario : IDisposable
{
    private readonly List<IDisposable> _owned = [];

    protected Scenario(ITestOutputHelper output) => Transcript = new Transcript(NameOf(output) ?? GetType().Name, output);

    private protected Transcript Transcript { get; }

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        // Last in, first out: a server may still use a folder that came before it.
        foreach (var owned in Enumerable.Reverse(_owned))
            owned.Dispose();
        _owned.Clear();
    }

    /// <summary>Disposes of it when the test is over.</summary>
    private protected T Own<T>(T disposable)
        where T : IDisposable
    {
        _owned.Add(disposable);
        return disposable;
    }

    /// <summary>A tree that sees the packed Ink.Sdk, with nothing in it but a .gitignore.</summary>
    private protected async Task<Workspace> NewWorkspace(string name = "shop", bool odd = false) =>
        Own(new Workspace(Transcript, (await Bench.Sdk).Feed, name, odd));

    /// <summary>The same, with a project file and a Program.cs.</summary>
    private protected async Task<Workspace> NewProject(
        string program, string name = "Shop", Consumption form = Consumption.PackageReference, bool odd = false)
    {
        var workspace = await NewWorkspace(name, odd);
        return workspace
            .Write($"{name}.csproj", ProjectFile.Of((await Bench.Sdk).Version, form))
            .Write("Program.cs", program);
    }

    // xunit 2 tells a test its own name in no other way.
    private static string? NameOf(ITestOutputHelper output) =>
        output.GetType().GetField("test", BindingFlags.Instance | BindingFlags.NonPublic)?.GetValue(output) is ITest test
            ? test.DisplayName.Replace("Ink.EndToEnd.Tests.", "", StringComparison.Ordinal)
            : null;
}
