using Ink.Manifests.Metadata;
using Ink.Model.Specs;
using k8s.Models;

namespace Ink.Manifests.ArgoCd;

/// <summary>Annotations by which other programs know an Application.</summary>
internal static class ApplicationAnnotations
{
    // argo-cd.readthedocs.io/en/stable/operator-manual/notifications/subscriptions
    private const string Subscribe = "notifications.argoproj.io/subscribe.";

    // docs.kargo.io, "Authorizing a Stage": without it, Kargo may not touch the Application.
    private const string AuthorizedStage = "kargo.akuity.io/authorized-stage";

    public static void Apply(AppSpec app, V1ObjectMeta metadata)
    {
        foreach (var notification in app.Argo.Notifications)
            metadata.Annotate(Subscribe + notification.Subject, notification.Recipients);
        if (app.Argo.KargoStage is { } stage)
            metadata.Annotate(AuthorizedStage, stage);
    }
}
