using System.Security.Cryptography;
using System.Text;

namespace Clipart.Drawing;

/// <summary>Drawings as files, named by the hash of what was ordered.</summary>
internal sealed class ClipStore(IConfiguration configuration)
{
    /// <summary>Where the volume is mounted; <c>CLIP_FOLDER</c> is for a laptop.</summary>
    public const string DefaultFolder = "/var/lib/clipart";

    private readonly string _folder = configuration["CLIP_FOLDER"] ?? DefaultFolder;

    /// <summary>Saves a drawing; <see langword="false"/> where it was there.</summary>
    public async Task<bool> SaveAsync(string order, string drawing)
    {
        Directory.CreateDirectory(_folder);
        var file = Path.Combine(_folder, $"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(order)))}.svg");
        if (File.Exists(file))
            return false;

        // Whole or not at all, should the pod die here.
        var half = $"{file}.part";
        await File.WriteAllTextAsync(half, drawing);
        File.Move(half, file, overwrite: true);
        return true;
    }
}
