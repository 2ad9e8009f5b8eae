using Ink.Model.Specs;
using k8s.Models;

namespace Ink.Manifests.Workloads;

/// <summary>The environment variables of a container: literal values first, then secrets, each by name.</summary>
internal static class ContainerVariables
{
    public static V1EnvVar[]? Of(AppSpec app, WorkloadSpec workload)
    {
        V1EnvVar[] variables =
        [
            .. workload.Variables
                .OrderBy(variable => variable.Name, StringComparer.Ordinal)
                .Select(variable => new V1EnvVar { Name = variable.Name, Value = LiteralText.Escape(variable.Value) }),
            .. workload.Secrets
                .Where(secret => secret.File is null)
                .OrderBy(secret => secret.Name, StringComparer.Ordinal)
                .Select(secret => FromSecret(app, secret)),
        ];
        return variables.Length == 0 ? null : variables;
    }

    private static V1EnvVar FromSecret(AppSpec app, SecretSpec secret) => new()
    {
        Name = secret.Name,
        ValueFrom = new V1EnvVarSource
        {
            SecretKeyRef = new V1SecretKeySelector { Name = app.Name, Key = secret.Key },
        },
    };
}
