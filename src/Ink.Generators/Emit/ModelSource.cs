using Ink.Model.Declarations;

namespace Ink.Generators.Emit;

/// <summary>Writes <c>Ink.Model.g.cs</c>: the model, where the tasks read it from the compiled assembly.</summary>
internal static class ModelSource
{
    public const string FileName = "Ink.Model.g.cs";

    public static string Write(AppModel model) =>
        $"[assembly: global::System.Reflection.AssemblyMetadataAttribute({Code.Literal(AppModel.MetadataKey)}, {Code.Literal(ModelJson.Write(model))})]\n";
}
