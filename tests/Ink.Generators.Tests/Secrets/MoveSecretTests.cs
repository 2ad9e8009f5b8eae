using Ink.Generators.Tests.Infrastructure;
using Microsoft.CodeAnalysis;

namespace Ink.Generators.Tests.Secrets;

/// <summary>The fix of INK3001, INK3003 and INK3007.</summary>
public sealed class MoveSecretTests
{
    [Theory]
    [InlineData(
        """[assembly: Ink.EnvironmentVariable("DB_PASSWORD", {|INK3007:"postgres"|}, Environment = "dev")]""",
        """[assembly: Ink.Secret("DB_PASSWORD", Environment = "dev")]""")]
    [InlineData(
        """[assembly: Ink.EnvironmentVariable(value: {|INK3007:"postgres"|}, name: "DB_PASSWORD")]""",
        """[assembly: Ink.Secret(name: "DB_PASSWORD")]""")]
    [InlineData(
        """[assembly: Ink.EnvironmentVariable("BROKER", {|INK3003:"§url§"|})]""",
        """[assembly: Ink.Secret("BROKER")]""")]
    public Task A_variable_becomes_a_secret(string before, string after) => SecretTest.CheckFix(before, after);

    [Fact]
    public Task A_literal_is_read_from_the_configuration_at_hand() =>
        SecretTest.CheckFix(
            """
            using Ink;

            [assembly: App("shop")]

            internal static class Start
            {
                internal static void Run(string[] args)
                {
                    var builder = WebApplication.CreateBuilder(args);
                    var apiKey = {|INK3001:"§github§"|};
                    Use(apiKey);
                }

                private static void Use(string key) { }
            }
            """,
            """
            using Ink;

            [assembly: App("shop")]
            // dotnet user-secrets set "API_KEY" "…" with the value that stood in Program.cs; and replace it at its issuer.
            [assembly: Secret("API_KEY")]

            internal static class Start
            {
                internal static void Run(string[] args)
                {
                    var builder = WebApplication.CreateBuilder(args);
                    var apiKey = builder.Configuration["API_KEY"]!;
                    Use(apiKey);
                }

                private static void Use(string key) { }
            }
            """);

    [Fact]
    public Task A_key_of_the_configuration_names_the_secret() =>
        SecretTest.CheckFix(
            """
            using System.Collections.Generic;

            [assembly: Ink.App("shop")]

            internal sealed class Mail(IConfiguration configuration)
            {
                public object Get() => new Dictionary<string, string> { ["Smtp:Token"] = {|INK3001:"§github§"|} };
            }
            """,
            """
            using System.Collections.Generic;

            [assembly: Ink.App("shop")]
            // dotnet user-secrets set "Smtp:Token" "…" with the value that stood in Program.cs; and replace it at its issuer.
            [assembly: Ink.Secret("Smtp__Token")]

            internal sealed class Mail(IConfiguration configuration)
            {
                public object Get() => new Dictionary<string, string> { ["Smtp:Token"] = configuration["Smtp:Token"]! };
            }
            """);

    [Fact]
    public Task Without_a_configuration_the_environment_is_read_and_a_constant_becomes_a_field() =>
        SecretTest.CheckFix(
            """
            using System;

            internal static class Database
            {
                /// <summary>Where it is.</summary>
                public const string ConnectionString = "Server=db;User Id=app;" + {|INK3003:"§pw§"|};

                public static string Get() => ConnectionString;
            }
            """,
            """
            using System;

            // dotnet user-secrets set "CONNECTION_STRING" "…" with the value that stood in Program.cs; and replace it at its issuer.
            [assembly: Ink.Secret("CONNECTION_STRING")]

            internal static class Database
            {
                /// <summary>Where it is.</summary>
                public static readonly string ConnectionString = Environment.GetEnvironmentVariable("CONNECTION_STRING")!;

                public static string Get() => ConnectionString;
            }
            """);

    [Fact]
    public Task Two_files_are_fixed_at_once_and_equal_secrets_share_a_name() =>
        SecretTest.CheckFixAll(
            """
            using Ink;

            [assembly: App("shop")]

            internal static class A
            {
                public static string Token { get; } = {|INK3001:"§github§"|};
            }
            """,
            """
            using Ink;

            [assembly: App("shop")]
            // dotnet user-secrets set "TOKEN" "…" with the value that stood in Other.cs; and replace it at its issuer.
            [assembly: Secret("TOKEN")]
            // dotnet user-secrets set "GITHUB_TOKEN" "…" with the value that stood in Other.cs; and replace it at its issuer.
            [assembly: Secret("GITHUB_TOKEN")]

            internal static class A
            {
                public static string Token { get; } = Environment.GetEnvironmentVariable("TOKEN")!;
            }
            """,
            """
            internal static class B
            {
                public static string Token { get; } = {|INK3001:"§github§"|};
                public static string Other(string? token = null) => token ?? {|INK3001:"§github2§"|};
                public static string Third() { const string githubToken = {|INK3001:"§github2§"|}; return githubToken; }
            }
            """,
            """
            internal static class B
            {
                public static string Token { get; } = Environment.GetEnvironmentVariable("TOKEN")!;
                public static string Other(string? token = null) => token ?? Environment.GetEnvironmentVariable("GITHUB_TOKEN")!;
                public static string Third() { string githubToken = Environment.GetEnvironmentVariable("GITHUB_TOKEN")!; return githubToken; }
            }
            """);

    [Theory]
    [InlineData("""class C { void M(IConfiguration c) => c["Token"] = {|INK3001:"§github§"|}; }""")]
    [InlineData("""class C { void M(string a = {|INK3001:"§github§"|}) { } }""")]
    [InlineData("""[System.Obsolete({|INK3001:"§github§"|})] class C { }""")]
    [InlineData("""class C { bool M(string s) => s is {|INK3001:"§github§"|}; }""")]
    [InlineData("""class C { const string A = {|INK3001:"§github§"|}; void M(string a = A) { } }""")]
    [InlineData("""class C { const string A = {|INK3001:"§github§"|}; const string B = "x" + A; }""")]
    [InlineData("""class C { System.ReadOnlySpan<byte> M() => {|INK3001:"§github§"u8|}; }""")]
    [InlineData("""class C { string M(string host) => {|INK3003:$"Server={host};§pw§"|}; }""")]
    [InlineData("""class C { string M() => {|INK3001:"{ \"token\": \"§github§\" }"|}; }""")]
    public Task Leaves_alone_what_cannot_be_read_at_run_time_or_is_more_than_the_secret(string source) => SecretTest.CheckFix(source, null);

    [Fact]
    public Task Leaves_a_library_alone_since_it_declares_nothing() =>
        SecretTest.CheckFix("""public class C { public string A = {|INK3001:"§github§"|}; }""", null, TestProject.Web() with { OutputKind = OutputKind.DynamicallyLinkedLibrary });
}
