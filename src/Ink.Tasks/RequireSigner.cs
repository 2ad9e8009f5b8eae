namespace Ink.Tasks;

/// <summary>Fails where images are to be signed and cannot be, before one is pushed.</summary>
public sealed class RequireSigner : SigningTask
{
    /// <inheritdoc/>
    private protected override Task RunAsync(CancellationToken cancellationToken) => Signer().RequireAsync(cancellationToken);
}
