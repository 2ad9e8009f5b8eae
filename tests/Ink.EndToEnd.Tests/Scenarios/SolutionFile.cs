using System.Globalization;
using System.Text;

namespace Ink.EndToEnd.Tests.Scenarios;

/// <summary>Writes a solution in the classic format, as <c>dotnet sln</c> does.</summary>
internal static class SolutionFile
{
    private const string CSharp = "{FAE04EC0-301F-11D3-BF4B-00C04F79EFBC}";

    /// <param name="projects">Names; each project is in a folder of its name.</param>
    public static string Of(params string[] projects)
    {
        StringBuilder entries = new(), configurations = new();
        foreach (var (index, project) in projects.Index())
        {
            var id = string.Create(CultureInfo.InvariantCulture, $"{{00000000-0000-0000-0000-{index + 1:D12}}}");
            entries.Append(CultureInfo.InvariantCulture, $"Project(\"{CSharp}\") = \"{project}\", \"{project}\\{project}.csproj\", \"{id}\"\nEndProject\n");
            foreach (var configuration in new[] { "Debug|Any CPU", "Release|Any CPU" })
                configurations.Append(CultureInfo.InvariantCulture, $"\t\t{id}.{configuration}.ActiveCfg = {configuration}\n\t\t{id}.{configuration}.Build.0 = {configuration}\n");
        }

        return $"""

            Microsoft Visual Studio Solution File, Format Version 12.00
            # Visual Studio Version 17
            {entries.ToString().TrimEnd()}
            Global
            	GlobalSection(SolutionConfigurationPlatforms) = preSolution
            		Debug|Any CPU = Debug|Any CPU
            		Release|Any CPU = Release|Any CPU
            	EndGlobalSection
            	GlobalSection(ProjectConfigurationPlatforms) = postSolution
            {configurations.ToString().TrimEnd()}
            	EndGlobalSection
            EndGlobal

            """;
    }
}
