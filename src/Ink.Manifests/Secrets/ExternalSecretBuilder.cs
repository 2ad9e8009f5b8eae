using Ink.Manifests.Metadata;
using Ink.Model.Specs;

namespace Ink.Manifests.Secrets;

/// <summary>Copies the app's secrets from its store into one Secret, which its pods refer to.</summary>
internal static class ExternalSecretBuilder
{
    public static ExternalSecret Build(AppSpec app) => new()
    {
        Metadata = ObjectMetadata.Create(app, app.Name, Labels.Of(app), SyncWave.Prerequisites),
        Spec = new ExternalSecretSpec
        {
            // In the form that the operator itself writes durations, so that Argo CD sees no difference between "1h" and "1h0m0s".
            RefreshInterval = app.SecretRefreshInterval,
            SecretStoreRef = new SecretStoreRef(app.SecretStore.Name, app.SecretStore.Kind),
            // Retain: a value that vanishes from the store by mistake must not take running pods' Secret along.
            Target = new ExternalSecretTarget(app.Name, CreationPolicy: "Owner", DeletionPolicy: "Retain"),
            Data =
            [
                .. app.Secrets
                    .OrderBy(secret => secret.Key, StringComparer.Ordinal)
                    .Select(secret => new ExternalSecretData(
                        secret.Key,
                        new RemoteReference(secret.From, secret.Property),
                        OwnStore(app, secret))),
            ],
        },
    };

    private static SecretSource? OwnStore(AppSpec app, SecretSpec secret) =>
        secret.Store is { } store && store != app.SecretStore.Name
            ? new SecretSource(new SecretStoreRef(store, app.SecretStore.Kind))
            : null;
}
