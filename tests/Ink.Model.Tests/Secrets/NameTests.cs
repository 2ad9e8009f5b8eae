using Ink.Model.Secrets;
using Ink.Model.Secrets.Naming;

namespace Ink.Model.Tests.Secrets;

/// <summary>Names and values that make a likely secret: INK3004, and INK3007 for variables of a manifest.</summary>
public sealed class NameTests
{
    private const string Random = "q7Zt!mK29-pLx0Vw";

    [Theory]
    [InlineData("password")]
    [InlineData("DbPassword")]
    [InlineData("DB_PASSWORD")]
    [InlineData("dbpassword")]
    [InlineData("_apiKey")]
    [InlineData("X-Api-Key")]
    [InlineData("ConnectionStrings:Orders:Password")]
    [InlineData("SMTP__PASSWORD")]
    [InlineData("ApiKeys:0")]
    [InlineData("ClientSecret")]
    [InlineData("accessToken")]
    [InlineData("GITHUB_TOKEN")]
    [InlineData("HTTPToken")]
    [InlineData("PasswordProd")]
    [InlineData("ApiKey2")]
    [InlineData("AZURE_PAT")]
    [InlineData("jwtSigningKey")]
    public void A_name_of_a_secret_is_one(string name)
    {
        Assert.True(name is "ApiKeys:0" || SecretNames.IsSecret(name), name);
        if (name != "ApiKeys:0")
            Assert.Equal("INK3004", Assert.Single(SecretScanner.Scan(name, Random)).Rule.Id);
    }

    [Theory]
    [InlineData("")]
    [InlineData("PublicKeyToken")]
    [InlineData("KeySize")]
    [InlineData("CancellationToken")]
    [InlineData("stoppingToken")]
    [InlineData("DbSecretName")]
    [InlineData("PasswordHash")]
    [InlineData("PasswordMinLength")]
    [InlineData("TokenUrl")]
    [InlineData("TokenType")]
    [InlineData("ApiKeyHeader")]
    [InlineData("PrimaryKey")]
    [InlineData("CacheKey")]
    [InlineData("format")]
    [InlineData("Password:Length")]
    [InlineData("SecretsManager")]
    [InlineData("InvalidPassword")]
    [InlineData("DB_PASSWORD_FILE")]
    public void A_name_that_only_speaks_of_one_is_none(string name)
    {
        Assert.False(SecretNames.IsSecret(name), name);
        Assert.Empty(SecretScanner.Scan(name, Random));
    }

    [Theory]
    [InlineData("short1")]
    [InlineData("no-digits-in-it-at-all-XYZ")]
    [InlineData("aaaaaaaaaaaa1")]
    [InlineData("My.Company.Tokens.TokenService2")]
    [InlineData("x-functions-key-2")]
    [InlineData("/run/secrets/db-password-1")]
    [InlineData("certs/signing/2025/key1.pem")]
    [InlineData("C:\\certs\\key1.pfx")]
    [InlineData("7c9e6679-7425-40de-944b-e07fc1f90ae7")]
    [InlineData("https://login.contoso.com/a1b2c3d4e5")]
    [InlineData("${API_KEY_1}")]
    [InlineData("{{ api_key_9x8y7z }}")]
    [InlineData("@Microsoft.KeyVault(VaultName=kv1;SecretName=x9)")]
    [InlineData("arn:aws:secretsmanager:eu-central-1:123456789012:secret:x-AbC123")]
    [InlineData("changeme-1234-xyz")]
    [InlineData("The 1st password, please!")]
    [InlineData("2025-07-01T12:34:56Z")]
    [InlineData("abcdefghijklmnop0123456789")]
    public void A_value_that_people_write_openly_is_none(string value) => Assert.Empty(SecretScanner.Scan("password", value));

    [Theory]
    [InlineData("DB_PASSWORD", "postgres")]
    [InlineData("DB_PASSWORD", "correct horse battery staple")]
    [InlineData("API_KEY", Random)]
    public void A_variable_of_that_name_holds_no_literal_however_weak(string name, string value)
    {
        var finding = Assert.Single(SecretScanner.ScanVariable(name, value));
        Assert.Equal("INK3007", finding.Rule.Id);
        Assert.DoesNotContain(value, finding.Shown, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("DB_PASSWORD", "")]
    [InlineData("DB_PASSWORD", "changeme")]
    [InlineData("DB_PASSWORD", "$(DB_PASSWORD)")]
    [InlineData("USE_TOKEN", "true")]
    [InlineData("REFRESH_TOKEN", "true")]
    [InlineData("API_KEY", "/etc/secrets/api-key")]
    [InlineData("TOKEN", "https://login.{domain}/token")]
    [InlineData("LOG_LEVEL", "Debug")]
    public void Any_other_variable_may(string name, string value) => Assert.Empty(SecretScanner.ScanVariable(name, value));
}
