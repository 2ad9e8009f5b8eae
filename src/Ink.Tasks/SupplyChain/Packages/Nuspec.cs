using System.Security.Cryptography;
using System.Xml;
using System.Xml.Linq;
using Ink.Model.Rules;
using Ink.Tasks.Errors;

namespace Ink.Tasks.SupplyChain.Packages;

/// <summary>What the folder of an unpacked package says of it: its manifest, and the hash of the file that it was unpacked from.</summary>
/// <param name="Id">The package's id.</param>
/// <param name="Version">Its version.</param>
/// <param name="License">Its licence, if it has one.</param>
/// <param name="Sha512">The SHA-512 of the <c>.nupkg</c>, hexadecimal; <see langword="null"/> where NuGet left none.</param>
internal sealed record Nuspec(string Id, string Version, PackageLicense? License, string? Sha512)
{
    /// <summary>Reads it; <see langword="null"/> where the folder holds no package.</summary>
    /// <exception cref="InkException">INK4017: the manifest or the hash is damaged.</exception>
    public static Nuspec? Read(string folder)
    {
        if (Directory.EnumerateFiles(folder, "*.nuspec").FirstOrDefault() is not { } path)
            return null;
        try
        {
            using var stream = File.OpenRead(path);
            // By default without document types, and so without entities of a stranger's.
            using var reader = XmlReader.Create(stream);
            var metadata = Element(XDocument.Load(reader).Root!, "metadata") ?? throw new FormatException("it has no metadata");
            return new Nuspec(Text(metadata, "id"), Text(metadata, "version"), PackageLicense.Read(metadata), ReadHash(folder));
        }
        catch (Exception error) when (error is XmlException or FormatException or IOException)
        {
            throw new InkException(
                RuleCatalogue.SupplyChainFailed.Id,
                $"The package in {folder} cannot be read for the SBOM: {error.Message.TrimEnd('.')}. Delete the folder and restore again, or turn the SBOM off with -p:InkSbom=false.",
                error);
        }
    }

    /// <summary>A child by its local name: the namespace differs between versions of the format.</summary>
    public static XElement? Element(XElement parent, string name) => parent.Elements().FirstOrDefault(element => element.Name.LocalName == name);

    private static string Text(XElement metadata, string name) => Element(metadata, name)?.Value.Trim() ?? throw new FormatException($"it has no {name}");

    // The hash of the file as it was downloaded. The contentHash of .nupkg.metadata and of the assets file leaves the signature out,
    // and so is the hash of no file that anybody could hold beside it.
    private static string? ReadHash(string folder)
    {
        if (Directory.EnumerateFiles(folder, "*.nupkg.sha512").FirstOrDefault() is not { } path)
            return null;
        var hash = Convert.FromBase64String(File.ReadAllText(path).Trim());
        return hash.Length == SHA512.HashSizeInBytes ? Convert.ToHexStringLower(hash) : throw new FormatException("its hash is not one of SHA-512");
    }
}
