namespace Ink.EndToEnd.Tests.Infrastructure;

/// <summary>How a project takes the package.</summary>
internal enum Consumption
{
    PackageReference,
    SdkElement,
    SdkAlone,
}

/// <summary>Project files as users write them.</summary>
internal static class ProjectFile
{
    /// <param name="version">The version of Ink.Sdk.</param>
    /// <param name="form">How the project takes it.</param>
    /// <param name="sdk">The project's own SDK; of no account where Ink.Sdk stands alone.</param>
    /// <param name="framework">One target framework, or several with semicolons between.</param>
    /// <param name="properties">XML of further properties.</param>
    /// <param name="items">XML of further items.</param>
    public static string Of(
        string version, Consumption form = Consumption.PackageReference, string sdk = "Microsoft.NET.Sdk.Web",
        string framework = "net10.0", string properties = "", string items = "")
    {
        var opening = form == Consumption.SdkAlone ? $"Ink.Sdk/{version}" : sdk;
        var element = form == Consumption.SdkElement ? $"""<Sdk Name="Ink.Sdk" Version="{version}" />""" : "";
        var reference = form == Consumption.PackageReference
            ? $"""<PackageReference Include="Ink.Sdk" Version="{version}" PrivateAssets="all" />"""
            : "";
        var frameworks = framework.Contains(';', StringComparison.Ordinal) ? "TargetFrameworks" : "TargetFramework";
        return $"""
            <Project Sdk="{opening}">
              {element}
              <PropertyGroup>
                <{frameworks}>{framework}</{frameworks}>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
                {properties}
              </PropertyGroup>
              <ItemGroup>
                {reference}
                {items}
              </ItemGroup>
            </Project>

            """;
    }

    /// <summary>Without Ink.</summary>
    public static string Plain(string sdk = "Microsoft.NET.Sdk.Web") => $"""
        <Project Sdk="{sdk}">
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
            <Nullable>enable</Nullable>
            <ImplicitUsings>enable</ImplicitUsings>
          </PropertyGroup>
        </Project>

        """;
}
