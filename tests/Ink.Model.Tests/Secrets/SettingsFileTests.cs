using Ink.Model.Secrets.Settings;

namespace Ink.Model.Tests.Secrets;

/// <summary>Settings files of every kind: which value, where, under which rule.</summary>
public sealed class SettingsFileTests
{
    [Theory]
    [InlineData("appsettings.json", """{ "Smtp": { "Password": "§strong§" } }""", "INK3005", "Smtp:Password", 1, 25)]
    [InlineData("src/appsettings.Staging.json", "{\r\n  \"Servers\": [ { }, { \"Token\": \"§github§\" } ],\r\n}", "INK3005", "Servers:1:Token", 2, 32)]
    [InlineData("appsettings.json", """{ /* "Password": "§strong§" */ "A": 1, "Api\u004bey": "§hex§" }""", "INK3005", "ApiKey", 1, 1)]
    [InlineData(".env", "A=1\nDB_PASSWORD='§strong§' # x", "INK3005", "DB_PASSWORD", 2, 13)]
    [InlineData("prod.env", "export  API_KEY = §hex§ # x", "INK3005", "API_KEY", 1, 19)]
    [InlineData(".env.local", "KEY=\"§pem§\"\nB=2", "INK3005", "KEY", 1, 5)]
    [InlineData("NuGet.Config", "<configuration>\n <packageSourceCredentials><f><add key=\"ClearTextPassword\" value=\"mail\"/></f></packageSourceCredentials></configuration>", "INK3006", "f/ClearTextPassword", 2, 60)]
    [InlineData("nuget.config", "<configuration><apikeys><add key=\"https://f\" value=\"AQAAANCMnd8\"/></apikeys></configuration>", "INK3006", "apikeys/https://f", 1, 46)]
    [InlineData("nuget.config", "<configuration><packageSources><add key=\"f\" value=\"https:§//ci:Wagen7@f/\"/></packageSources></configuration>", "INK3006", "packageSources/f", 1, 45)]
    [InlineData("Shop.csproj", "<Project><PropertyGroup>\n<SqlPassword>§strong§</SqlPassword></PropertyGroup></Project>", "INK3006", "SqlPassword", 2, 2)]
    [InlineData("Directory.Build.props", "<Project><PropertyGroup><InkGitOpsUrl>https:§//ci:Wagen7@git/x</InkGitOpsUrl></PropertyGroup></Project>", "INK3006", "InkGitOpsUrl", 1, 26)]
    [InlineData("Shop.csproj", "<Project><ItemGroup><ContainerEnvironmentVariable Include=\"API_KEY\" Value=\"§hex§\"/></ItemGroup></Project>", "INK3006", "API_KEY", 1, 69)]
    public void A_secret_is_found_with_its_key_and_its_place(string path, string text, string rule, string key, int line, int column)
    {
        text = SampleSecrets.FillIn(SampleSecrets.Address(text));
        var finding = Assert.Single(SettingsFile.Scan(path, text));

        Assert.Equal((rule, key), (finding.Rule.Id, finding.Key));
        Assert.Equal(Ink.Model.Rules.RuleSeverity.Error, finding.DeploySeverity);
        Assert.Equal(line, finding.Line);
        if (!text.Contains("/*", StringComparison.Ordinal))
            Assert.Equal(column, finding.Column);
    }

    [Theory]
    [InlineData("appsettings.json", """{ "ApiKey": "${API_KEY_1}", "Password": "", "Token": null, "Secret": 12345678 }""")]
    [InlineData("other.json", """{ "ApiKey": "§github§" }""")]
    [InlineData(".env", "# API_KEY=§hex§\n=x\nAPI_KEY\nAPI_KEY=\nDB_PASSWORD=$OTHER")]
    [InlineData("nuget.config", "<configuration><packageSourceCredentials><f><add key=\"Username\" value=\"ci\"/><add key=\"ClearTextPassword\" value=\"%FEED_TOKEN%\"/></f></packageSourceCredentials></configuration>")]
    [InlineData("nuget.config", "<configuration>")]
    [InlineData("Shop.csproj", "<Project><PropertyGroup><UserSecretsId>7c9e6679-7425-40de-944b-e07fc1f90ae7</UserSecretsId><ApiKey>$(API_KEY)</ApiKey></PropertyGroup></Project>")]
    [InlineData("Shop.csproj", "<!DOCTYPE x [<!ENTITY a \"§github§\">]><Project>&a;</Project>")]
    [InlineData("Shop.csproj", "<Project><Target Name=\"X\" Condition=\"'$(Password)' == 'q7Zt!mK29-pLx0Vw'\"/></Project>")]
    public void What_is_none_is_left_alone(string path, string text) => Assert.Empty(SettingsFile.Scan(path, SampleSecrets.FillIn(text)));

    [Fact]
    public void The_message_names_the_setting_and_the_remedy_and_not_the_value()
    {
        var message = Assert.Single(SettingsFile.Scan("appsettings.json", SampleSecrets.FillIn("""{ "Smtp": { "Password": "§strong§" } }"""))).Message;

        Assert.StartsWith("Smtp:Password holds a secret: likely secret, \"Vr4c…\" (18 characters). ", message, StringComparison.Ordinal);
        Assert.Contains("[assembly: Secret(\"Smtp__Password\")]", message, StringComparison.Ordinal);
        Assert.Contains("dotnet user-secrets set \"Smtp:Password\"", message, StringComparison.Ordinal);
        Assert.DoesNotContain(SampleSecrets.Of("strong"), message, StringComparison.Ordinal);
    }
}
