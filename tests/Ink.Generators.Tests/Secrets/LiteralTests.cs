using Ink.Generators.Tests.Infrastructure;
using Microsoft.CodeAnalysis;

namespace Ink.Generators.Tests.Secrets;

/// <summary>Where in C# a secret is seen, and what is told about it.</summary>
public sealed class LiteralTests
{
    [Theory]
    [InlineData("""class C { string a = {|INK3001:"§github§"|}; }""")]
    [InlineData("""class C { const string A = {|INK3001:"§aws§"|}; }""")]
    [InlineData("""class C { string A { get; } = {|INK3001:"§github§"|}; }""")]
    [InlineData("""class C { string A => {|INK3001:"§github§"|}; }""")]
    [InlineData("""class C { void M(string a = {|INK3001:"§github§"|}) { } }""")]
    [InlineData("""[System.Obsolete({|INK3001:"§github§"|})] class C { }""")]
    [InlineData("""class C { System.ReadOnlySpan<byte> M() => {|INK3001:"§github§"u8|}; }""")]
    [InlineData("""class C { object M() => new[] { {|INK3001:"§github§"|}, {|INK3001:"§aws§"|} }; }""")]
    [InlineData(""""class C { string M() => {|INK3001:"""§github§"""|}; }"""")]
    [InlineData("""class C { string M() => {|INK3001:@"§github§"|}; }""")]
    [InlineData("""class C { string M(int i) => {|INK3001:$"{i} §github§"|}; }""")]
    [InlineData("""class C { string M(string n) => n + {|INK3001:"§github§"|} + " x"; }""")]
    [InlineData("""class C { string M() => {|INK3002:"§pem§"|}; }""")]
    [InlineData("""class C { string M() => {|INK3003:"§url§"|}; }""")]
    [InlineData("""class C { string M() => {|INK3003:"§sql§"|}; }""")]
    [InlineData("""class C { string M() => "Server=db;User Id=app;" + ({|INK3003:"§pw§"|} + ";Database=shop"); }""")]
    [InlineData("""class C { string M(string host) => {|INK3003:$"Server={host};§pw§"|}; }""")]
    [InlineData("""class C { string M(string host) => "Server=" + host + {|INK3003:";§pw§"|}; }""")]
    public Task A_credential_is_reported_at_its_literal(string source) => SecretTest.Check(source);

    [Fact]
    public Task A_concatenation_of_constants_is_seen_whole()
    {
        var secret = SampleSecrets.Of("github");
        return SecretTest.Check(
            $$"""
            class C
            {
                const string Prefix = "{{secret[..4]}}";
                const string Token = {|INK3001:Prefix + "{{secret[4..]}}"|};
                string M() => {|INK3001:"{{secret[..3]}}" + "{{secret[3..20]}}" + "{{secret[20..]}}"|};
                string N() => {|INK3001:Prefix + "{{secret[4..]}}"|};
            }
            """);
    }

    [Theory]
    [InlineData("class C { string password = {|INK3004:\"§hex§\"|}; }")]
    [InlineData("class C { string Password { get; set; } = {|INK3004:\"§strong§\"|}; }")]
    [InlineData("class C { string ApiKey() { return {|INK3004:\"§hex§\"|}; } }")]
    [InlineData("class C { void M() { const string signingKey = {|INK3004:\"§hex§\"|}; System.Console.WriteLine(signingKey); } }")]
    [InlineData("class C { void M(System.Net.NetworkCredential c) { c.Password = {|INK3004:\"§strong§\"|}; } }")]
    [InlineData("class C { void M(C c) { c[\"Smtp:Password\"] = {|INK3004:\"§strong§\"|}; } string this[string key] { set { } } }")]
    [InlineData("class C { const string Key = \"Smtp:Password\"; void M(C c) { c[Key] = {|INK3004:\"§strong§\"|}; } string this[string key] { set { } } }")]
    [InlineData("class C { object M() => new System.Collections.Generic.Dictionary<string, string> { [\"ApiKey\"] = {|INK3004:\"§hex§\"|} }; }")]
    [InlineData("class C { object M() => new System.Collections.Generic.Dictionary<string, string> { { \"ApiKey\", {|INK3004:\"§hex§\"|} } }; }")]
    [InlineData("class C { void M(System.Collections.Generic.Dictionary<string, string> d) => d.Add(\"ApiKey\", {|INK3004:\"§hex§\"|}); }")]
    [InlineData("class C { void M() => System.Environment.SetEnvironmentVariable(\"DB_PASSWORD\", {|INK3004:\"§strong§\"|}); }")]
    [InlineData("class C { object M() => new System.Collections.Generic.KeyValuePair<string, string>(\"Db:Password\", {|INK3004:\"§strong§\"|}); }")]
    [InlineData("class C { object M() => new System.Net.NetworkCredential(\"app\", {|INK3004:\"§strong§\"|}); }")]
    [InlineData("class C { void M() => N(token: {|INK3004:\"§hex§\"|}); void N(string token) { } }")]
    [InlineData("class C { void M() => N({|INK3004:\"§hex§\"|}); void N(string accessToken) { } }")]
    [InlineData("class C { void M(bool b) { var secret = b ? {|INK3004:\"§hex§\"|} : null; System.Console.WriteLine(secret); } }")]
    [InlineData("class C { byte[] signingKey = System.Text.Encoding.UTF8.GetBytes({|INK3004:\"§hex§\"|}); }")]
    [InlineData("class C { bool M(string password) => password == {|INK3004:\"§strong§\"|}; }")]
    [InlineData("class C { object M() => new { Password = {|INK3004:\"§strong§\"|} }; }")]
    [InlineData("class A : System.Attribute { public string Secret { get; set; } = \"\"; } [A(Secret = {|INK3004:\"§hex§\"|})] class C { }")]
    [InlineData("class C { string[] secrets = { {|INK3004:\"§hex§\"|} }; }")]
    public Task A_random_text_under_the_name_of_a_secret_is_reported(string source) => SecretTest.Check(source);

    [Theory]
    [InlineData("class C { string hash = \"§hex§\"; }")]
    [InlineData("class C { string passwordHash = \"§hex§\"; string publicKeyToken = \"b77a5c561934e089\"; }")]
    [InlineData("class C { string password = \"\"; string token = \"x-auth-token-2\"; string secret = \"/run/secrets/db1\"; }")]
    [InlineData("class C { string M(string p) => $\"Server=db;User Id=app;§pwd-key§{p};Database=shop\"; }")]
    [InlineData("class C { string M(string p) => \"Server=db;User Id=app;§pwd-key§\" + p + \";Database=shop\"; }")]
    [InlineData("class C { string M(string u, string p) => $\"amqp://{u}:{p}@rabbit\"; }")]
    [InlineData("class C { string M(string p) => \"-----BEGIN PRIVATE KEY-----\" + p; }")]
    [InlineData("class C { string M(C c) => c.GetSecret(\"orders-db-7x9f2\"); string GetSecret(string name) => name; }")]
    public Task What_is_no_secret_is_not_reported(string source) => SecretTest.Check(source);

    [Fact]
    public Task Nothing_is_reported_where_Ink_is_not_referenced() =>
        SecretTest.Check("class C { string token = \"§github§\"; }", TestProject.Web() with { References = References.Bare, ExtraUsings = [] });

    [Theory]
    [InlineData("[assembly: Ink.Suppress(\"INK3001\", \"A sample.\")] class C { string token = \"§github§\"; }")]
    [InlineData("[assembly: Ink.Suppress(\"INK3001\", \"A sample.\", Environment = \"dev\")] class C { string token = {|INK3001:\"§github§\"|}; }")]
    [InlineData("[assembly: Ink.Suppress(\"INK3002\", \"A sample.\")] class C { string token = {|INK3001:\"§github§\"|}; }")]
    [InlineData("#pragma warning disable INK3001\nclass C { string token = \"§github§\"; }")]
    public Task What_is_suppressed_is_not_reported(string source) => SecretTest.Check(source);

    [Fact]
    public Task Nothing_is_reported_in_generated_code() =>
        SecretTest.Check("// <auto-generated/>\nclass C { string token = \"§github§\"; }");

    [Theory]
    [InlineData("jwt", "Test", DiagnosticSeverity.Info)]
    [InlineData("jwt", "Service", DiagnosticSeverity.Warning)]
    [InlineData("github", "Test", DiagnosticSeverity.Warning)]
    [InlineData("stripe-test", "Service", DiagnosticSeverity.Info)]
    public Task A_token_of_a_test_weighs_less(string secret, string kind, DiagnosticSeverity severity) =>
        SecretTest.CheckSeverity($$"""class C { string a = {|#0:"§{{secret}}§"|}; }""", "INK3001", severity, TestProject.Web().With("InkProjectKind", kind));

    [Theory]
    [InlineData("""[assembly: Ink.EnvironmentVariable("DB_PASSWORD", {|INK3007:"postgres"|})]""")]
    [InlineData("""[assembly: Ink.EnvironmentVariable(value: {|INK3007:"§github§"|}, name: "API_TOKEN", Environment = "dev")]""")]
    [InlineData("""[assembly: Ink.EnvironmentVariable("SIGNING_KEY", {|INK3002:"§pem§"|})]""")]
    [InlineData("""[assembly: Ink.EnvironmentVariable("BROKER", {|INK3003:"§url§"|})]""")]
    [InlineData("""[assembly: Ink.EnvironmentVariable(N.Name, {|INK3007:N.Value|})] class N { public const string Name = "SMTP__PASSWORD"; public const string Value = "mail" + "pass"; }""")]
    [InlineData("""[assembly: Ink.EnvironmentVariable("DB_PASSWORD", "changeme")]""")]
    [InlineData("""[assembly: Ink.EnvironmentVariable("DB_PASSWORD_FILE", "/run/secrets/db")]""")]
    [InlineData("""[assembly: Ink.EnvironmentVariable("TOKEN_URL", "https://login.{domain}/token")]""")]
    public Task A_variable_that_is_called_a_secret_holds_no_literal(string source) => SecretTest.Check(source);
}
