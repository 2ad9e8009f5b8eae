using System.Reflection;
using System.Runtime.Loader;

namespace Ink.Generators.Tests.Infrastructure;

/// <summary>A project with its generated code, compiled and loaded: what a test calls is what a user's app would run.</summary>
internal sealed class LiveAssembly
{
    private readonly Assembly _assembly;

    private LiveAssembly(Assembly assembly) => _assembly = assembly;

    public static LiveAssembly Of(TestProject project)
    {
        using var image = new MemoryStream();
        var emitted = project.Generate().AssertClean().Output.Emit(image);
        Assert.True(emitted.Success);
        image.Position = 0;
        return new LiveAssembly(new AssemblyLoadContext("app", isCollectible: true).LoadFromStream(image));
    }

    /// <summary>Calls a static method of the app's class <c>Entry</c>.</summary>
    public T Call<T>(string method, params object?[] arguments)
    {
        try
        {
            return (T)_assembly.GetType("Entry", throwOnError: true)!.GetMethod(method)!.Invoke(null, arguments)!;
        }
        catch (TargetInvocationException exception) when (exception.InnerException is { } inner)
        {
            throw inner;
        }
    }
}
