using System.Text;
using Ink.Generators.Tables;
using Ink.Model.Collections;

namespace Ink.Generators.Emit;

/// <summary>Writes <c>InkApp.g.cs</c>: constants for every name that the code and the manifests share.</summary>
internal static class InkAppSource
{
    public const string FileName = "InkApp.g.cs";

    public static string Write(AppConstants constants)
    {
        var code = new StringBuilder();
        code.Append("namespace Ink\n{\n");
        code.Append("    /// <summary>The names that the code and the manifests share, from the assembly attributes of Ink.</summary>\n");
        code.Append("    internal static class InkApp\n    {\n");
        code.Append($"        /// <summary>The application's name: <c>{Code.Comment(constants.Name)}</c>.</summary>\n");
        code.Append($"        public const string Name = {Code.Literal(constants.Name)};\n");
        WriteClass(code, "Roles", "The roles, one a workload: the values of <c>INK_ROLE</c>.", constants.Roles);
        WriteClass(code, "Ports", "The ports the app and its sidecars listen on.", constants.Ports);
        WriteClass(code, "EnvironmentVariables", "The names of the environment variables that are set.", constants.Variables);
        WriteClass(code, "Secrets", "The names of the environment variables that hold secrets, or would without a file.", constants.Secrets);
        return code.Append("    }\n}\n").ToString();
    }

    private static void WriteClass(StringBuilder code, string name, string meaning, EquatableArray<Constant> constants)
    {
        if (constants.Count == 0)
            return;

        code.Append($"\n        /// <summary>{meaning}</summary>\n        public static class {name}\n        {{\n");
        foreach (var constant in constants)
        {
            code.Append($"            /// <summary><c>{Code.Comment(constant.Meaning)}</c></summary>\n");
            code.Append($"            public const {constant.Type} {constant.Identifier} = {constant.Literal};\n");
        }

        code.Append("        }\n");
    }
}
