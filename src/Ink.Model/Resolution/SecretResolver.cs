using Ink.Model.Collections;
using Ink.Model.Declarations;
using Ink.Model.Rules;
using Ink.Model.Specs;
using Ink.Model.Values;

namespace Ink.Model.Resolution;

/// <summary>Resolves the secrets of a workload.</summary>
internal sealed class SecretResolver(DeclarationLayers layers, ResolutionContext context)
{
    private const string DefaultRefreshInterval = "1h0m0s";

    public EquatableArray<SecretSpec> Resolve(string app, string workload, EquatableArray<VariableSpec> variables)
    {
        var secrets = new List<SecretSpec>();
        foreach (var declared in layers.Many(AttributeKind.Secret, workload))
        {
            if (VariableName.Read(declared) is not { } name)
                continue;
            var file = declared.Text("File", ContainerPath.IsAbsolute, RuleCatalogue.EmptyArgument, value => $"\"{value}\" is not the absolute path of a file. Write for example /etc/secrets/{name}.");
            if (file is null && variables.Any(variable => variable.Name == name))
                declared.Report(RuleCatalogue.DuplicateName, "Name", $"{name} is an environment variable already. Remove one of the two, or take another name.");
            if (file is not null && secrets.FirstOrDefault(secret => secret.File == file) is { } other)
                declared.Report(RuleCatalogue.DuplicateName, "File", $"the secret {other.Name} is mounted at {file} already. Mount one of them elsewhere.");

            // The hierarchy that AWS Parameter Store wants; every other store takes it as a plain key.
            secrets.Add(new SecretSpec(
                name,
                From(declared, name) ?? $"/{app}/{context.Environment}/{name}",
                declared.Text("Property"),
                declared.Text("Store", KubernetesName.IsSubdomain, RuleCatalogue.InvalidName, value =>
                    $"\"{value}\" cannot be the name of a secret store. Write lower-case letters, digits, '-' and '.'."),
                file));
        }

        return secrets.OrderBy(secret => secret.Name, StringComparer.Ordinal).ToEquatableArray();
    }

    /// <summary>How often the store is read, as Go writes it.</summary>
    public static string RefreshInterval(ResolutionContext context, FindingCollector findings)
    {
        if (context.Setting(InkProperty.SecretRefreshInterval) is not { } text)
            return DefaultRefreshInterval;
        if (GoDuration.Seconds(text) is { } seconds && seconds % 1 == 0)
            return GoDuration.Format((long)seconds);
        findings.Add(RuleCatalogue.InvalidDuration, $"{InkProperty.SecretRefreshInterval}: \"{text}\" is not a duration. Write hours, minutes and seconds, for example 15m or 1h30m; 0s reads the store once.");
        return DefaultRefreshInterval;
    }

    // A property can only say where secrets are in general, so it has a placeholder for the name.
    private string? From(MergedDeclaration declared, string name)
    {
        var written = context.Override(InkProperty.SecretFrom) is null ? declared.Text("From") : null;
        return written ?? (context.Setting(InkProperty.SecretFrom) is { } pattern
            ? layers.Property(InkProperty.SecretFrom, pattern.Replace("{name}", name), _ => true, RuleCatalogue.EmptyArgument, value => value)
            : null);
    }

    /// <summary>Gives secrets of one name and different sources a key of their own, since the app has one Secret for all its workloads.</summary>
    public static EquatableArray<WorkloadSpec> WithKeys(EquatableArray<WorkloadSpec> workloads)
    {
        var ambiguous = new HashSet<string>(
            workloads.SelectMany(workload => workload.Secrets)
                .GroupBy(secret => secret.Name)
                .Where(group => group.Select(secret => (secret.From, secret.Property, secret.Store)).Distinct().Count() > 1)
                .Select(group => group.Key),
            StringComparer.Ordinal);
        return workloads.Select(workload => workload with { Secrets = workload.Secrets.Select(secret => WithKey(secret, workload)).ToEquatableArray() }).ToEquatableArray();

        // A name that looks like such a key gets one as well, so that no two secrets ever share one.
        bool NeedsKey(SecretSpec secret) =>
            ambiguous.Contains(secret.Name) || workloads.Any(workload => secret.Name.StartsWith($"{workload.Name}.", StringComparison.Ordinal));

        SecretSpec WithKey(SecretSpec secret, WorkloadSpec workload) =>
            NeedsKey(secret) ? secret with { Key = $"{workload.Name}.{secret.Name}" } : secret;
    }

    /// <summary>Every secret of the app's workloads once, by key.</summary>
    public static EquatableArray<SecretSpec> All(EquatableArray<WorkloadSpec> workloads) =>
        workloads.SelectMany(workload => workload.Secrets)
            .GroupBy(secret => secret.Key)
            .Select(group => group.First())
            .OrderBy(secret => secret.Key, StringComparer.Ordinal)
            .ToEquatableArray();
}
