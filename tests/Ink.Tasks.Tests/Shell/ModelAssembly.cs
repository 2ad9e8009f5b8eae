using System.Reflection;
using System.Reflection.Emit;
using Ink.Model.Declarations;

namespace Ink.Tasks.Tests.Shell;

/// <summary>An assembly with an app model in it and nothing else, as the compiler makes one of a project.</summary>
internal static class ModelAssembly
{
    /// <summary>Writes it into a folder; gives its path.</summary>
    public static string WriteInto(string folder, AppModel model)
    {
        var path = Path.Combine(folder, $"{model.Assembly}.dll");
        Write(path, model);
        return path;
    }

    /// <summary>Writes it.</summary>
    public static void Write(string path, AppModel model)
    {
        var metadata = typeof(AssemblyMetadataAttribute).GetConstructor([typeof(string), typeof(string)])!;
        var assembly = new PersistedAssemblyBuilder(
            new AssemblyName(model.Assembly),
            typeof(object).Assembly,
            [new CustomAttributeBuilder(metadata, [AppModel.MetadataKey, ModelJson.Write(model)])]);
        assembly.DefineDynamicModule(model.Assembly);
        assembly.Save(path);
    }
}
