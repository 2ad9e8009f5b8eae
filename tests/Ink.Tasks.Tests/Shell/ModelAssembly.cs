using System.Reflection;
using System.Reflection.Emit;
using Ink.Model.Declarations;

namespace Ink.Tasks.Tests.Shell;

/// <summary>An assembly that holds a model and nothing else, as the compiler would leave it.</summary>
internal static class ModelAssembly
{
    /// <summary>Writes it into a folder; gives its path.</summary>
    public static string Write(string folder, AppModel model)
    {
        var assembly = new PersistedAssemblyBuilder(new AssemblyName(model.Assembly), typeof(object).Assembly);
        assembly.DefineDynamicModule(model.Assembly);
        assembly.SetCustomAttribute(new CustomAttributeBuilder(
            typeof(AssemblyMetadataAttribute).GetConstructor([typeof(string), typeof(string)])!, [AppModel.MetadataKey, ModelJson.Write(model)]));
        var path = Path.Combine(folder, $"{model.Assembly}.dll");
        assembly.Save(path);
        return path;
    }
}
