using System.Diagnostics;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Ink.Tasks.Errors;
using Ink.Tasks.GitOps;
using Ink.Tasks.Registry;

namespace Ink.Tasks.Tests.Registry;

/// <summary>A registry whose certificate a private authority signed, with and without trust in that.</summary>
public sealed class RegistryTlsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [SkippableFact]
    public async Task A_certificate_of_an_authority_that_the_machine_does_not_trust_is_INK4002_and_says_what_to_do()
    {
        var (_, certificate) = Issue();
        using var server = await RegistryServer.StartAsync(certificate: certificate);
        using var client = new RegistryClient(server.Host, RegistryServer.OptionsFor(insecure: ""));

        var error = await Assert.ThrowsAsync<InkException>(() => client.Manifests.ResolveAsync("shop", "1", CancellationToken.None));

        Assert.Equal("INK4002", error.Code);
        Assert.Contains("certificate", error.Message, StringComparison.Ordinal);
        Assert.Contains("SSL_CERT_FILE", error.Message, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task A_registry_that_is_named_insecure_is_still_talked_to_over_TLS_where_it_speaks_it()
    {
        var (_, certificate) = Issue();
        using var server = await RegistryServer.StartAsync(certificate: certificate);
        using var client = new RegistryClient(server.Host, server.Options);

        var digest = (await SampleImage.PushAsync(client, "shop", "1")).Digest;

        Assert.Equal(digest, await client.Manifests.ResolveAsync("shop", "1", CancellationToken.None));
    }

    [SkippableFact]
    public async Task An_authority_in_SSL_CERT_FILE_is_trusted()
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "SSL_CERT_FILE is OpenSSL's");
        var (authority, certificate) = Issue();
        using var server = await RegistryServer.StartAsync(certificate: certificate);
        using var pusher = new RegistryClient(server.Host, server.Options);
        var digest = (await SampleImage.PushAsync(pusher, "shop", "1")).Digest;
        var trusted = Path.Combine(_folder.Path, "authority.pem");
        await File.WriteAllTextAsync(trusted, authority.ExportCertificatePem());

        // In a process of its own: .NET reads the variable once in its life.
        Assert.Contains($"FOUND={digest}", await LookUpAsync(server.Host, trusted), StringComparison.Ordinal);
        Assert.Contains("INK4002", await LookUpAsync(server.Host, "/dev/null"), StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private async Task<string> LookUpAsync(string host, string trusted)
    {
        var project = Path.Combine(_folder.Path, "look.proj");
        await File.WriteAllTextAsync(
            project,
            $"""
            <Project>
              <UsingTask TaskName="Ink.Tasks.LookUpImage" AssemblyFile="{typeof(LookUpImage).Assembly.Location}" />
              <Target Name="Look">
                <LookUpImage RegistryHost="{host}" Repository="shop" Tag="1" OutputPath="{_folder.Path}">
                  <Output TaskParameter="Digest" PropertyName="Digest" />
                </LookUpImage>
                <Message Importance="high" Text="FOUND=$(Digest)" />
              </Target>
            </Project>
            """);
        var start = new ProcessStartInfo("dotnet", ["msbuild", project, "-t:Look", "-nologo", "-nodeReuse:false"]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["SSL_CERT_FILE"] = trusted;
        start.Environment["SSL_CERT_DIR"] = "/nowhere";
        start.Environment["DOCKER_CONFIG"] = _folder.Path;
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return output + await error;
    }

    private static (X509Certificate2 Authority, X509Certificate2 Server) Issue()
    {
        var (from, to) = (DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        using var authorityKey = RSA.Create(2048);
        var authority = new CertificateRequest("CN=Ink Test Authority", authorityKey, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        authority.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        authority.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign, true));
        var root = authority.CreateSelfSigned(from, to);

        var serverKey = RSA.Create(2048);
        var server = new CertificateRequest("CN=127.0.0.1", serverKey, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        server.CertificateExtensions.Add(names.Build());
        server.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1")], false));
        return (root, server.Create(root, from, to, [1, 2, 3, 4]).CopyWithPrivateKey(serverKey));
    }
}
