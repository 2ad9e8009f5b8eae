using Ink.Model.Rules;
using Ink.Tasks.Errors;
using Ink.Tasks.SupplyChain;
using Microsoft.Build.Framework;

namespace Ink.Tasks;

/// <summary>A task for whom images are signed.</summary>
public abstract class SigningTask : ImageTask
{
    /// <summary><c>InkSign</c>.</summary>
    [Required]
    public string Sign { get; set; } = "";

    /// <summary>The project's folder.</summary>
    [Required]
    public string ProjectDirectory { get; set; } = "";

    /// <summary>The program that signs.</summary>
    /// <exception cref="InkException">INK4017: InkSign names another one.</exception>
    private protected Cosign Signer() => Sign == Cosign.Name
        ? new Cosign(ProjectDirectory, Detail)
        : throw new InkException(RuleCatalogue.SupplyChainFailed.Id, $"InkSign is \"{Sign}\", and the one tool that Ink signs with is cosign. Write InkSign=cosign, or leave it empty.");
}
