namespace Ink.Manifests.Tests.Policy;

/// <summary>Manifests that break no rule, to be broken in one place.</summary>
internal static class Yaml
{
    /// <summary>A Deployment with its account, Service and NetworkPolicy.</summary>
    public const string Shop = """
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: shop
          namespace: shops
          labels:
            app: shop
        spec:
          replicas: 2
          selector:
            matchLabels:
              app: shop
          template:
            metadata:
              labels:
                app: shop
            spec:
              serviceAccountName: shop
              automountServiceAccountToken: false
              securityContext:
                runAsNonRoot: true
                runAsUser: 1654
                seccompProfile:
                  type: RuntimeDefault
              containers:
              - name: web
                image: registry.example.com/shop:1@sha256:0000000000000000000000000000000000000000000000000000000000000000
                ports:
                - name: http
                  containerPort: 8080
                readinessProbe:
                  httpGet:
                    path: /ready
                    port: http
                livenessProbe:
                  httpGet:
                    path: /live
                    port: http
                resources:
                  requests:
                    cpu: 100m
                    memory: 256Mi
                  limits:
                    memory: 256Mi
                    ephemeral-storage: 1Gi
                securityContext:
                  allowPrivilegeEscalation: false
                  readOnlyRootFilesystem: true
                  capabilities:
                    drop: [ALL]
        ---
        apiVersion: v1
        kind: ServiceAccount
        metadata:
          name: shop
          namespace: shops
        ---
        apiVersion: v1
        kind: Service
        metadata:
          name: shop
          namespace: shops
        spec:
          selector:
            app: shop
          ports:
          - name: http
            port: 8080
            targetPort: http
        ---
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata:
          name: shop
          namespace: shops
        spec:
          podSelector:
            matchLabels:
              app: shop

        """;

    /// <summary>An Ingress of the shop.</summary>
    public const string Ingress = """
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata:
          name: shop
          namespace: shops
        spec:
          ingressClassName: shared
          tls:
          - hosts: [shop.example.com]
          rules:
          - host: shop.example.com
            http:
              paths:
              - path: /
                pathType: Prefix
                backend:
                  service:
                    name: shop
                    port:
                      name: http

        """;

    /// <summary>A CronJob of the same image, with everything that it needs.</summary>
    public static string Cron { get; } = $"""
        apiVersion: batch/v1
        kind: CronJob
        metadata:
          name: sweep
          namespace: shops
        spec:
          schedule: "0 3 * * *"
          concurrencyPolicy: Forbid
          jobTemplate:
            spec:
              activeDeadlineSeconds: 600
              template:
                metadata:
                  labels:
                    app: sweep
        {Indent(Shop[Shop.IndexOf("    spec:\n      serviceAccountName", StringComparison.Ordinal)..Shop.IndexOf("---", StringComparison.Ordinal)], "    ")}---
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata:
          name: sweep
          namespace: shops
        spec:
          podSelector:
            matchLabels:
              app: sweep

        """;

    /// <summary>Replaces a text that has to be there, once.</summary>
    public static string With(this string yaml, string old, string replacement)
    {
        Assert.Contains(old, yaml, StringComparison.Ordinal);
        var at = yaml.IndexOf(old, StringComparison.Ordinal);
        return yaml[..at] + replacement + yaml[(at + old.Length)..];
    }

    /// <summary>Adds another document.</summary>
    public static string And(this string yaml, string document) => $"{yaml}---\n{document}";

    private static string Indent(string text, string by) => string.Concat(text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => $"{by}{line}\n"));
}
