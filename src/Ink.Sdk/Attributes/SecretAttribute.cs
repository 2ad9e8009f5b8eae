namespace Ink;

/// <summary>
/// Names a secret that the app needs. In the cluster External Secrets Operator copies it from the store; locally it comes from
/// configuration, for example <c>dotnet user-secrets</c>. The value itself never stands in source, model or manifests.
/// </summary>
/// <remarks>
/// <c>builder.AddInk()</c> makes the host fail at start with one message that names every secret which is missing. Source: "ExternalSecret"
/// in the documentation of External Secrets Operator.
/// </remarks>
/// <example><c>[assembly: Secret("ConnectionStrings__Orders", From = "/shop/{environment}/orders-db")]</c></example>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class SecretAttribute : Attribute
{
    /// <summary>Declares the secret.</summary>
    /// <param name="name">
    /// The environment variable that holds it: letters, digits, <c>_</c>, <c>-</c> and <c>.</c>, no digit first (INK0002 otherwise).
    /// <c>__</c> stands for the <c>:</c> of .NET configuration.
    /// </param>
    public SecretAttribute(string name) => Name = name;

    /// <summary>The environment variable's name.</summary>
    public string Name { get; }

    /// <summary>The key in the store; may hold placeholders. Default: the project's <c>InkSecretFrom</c>, else <c>/{app}/{environment}/NAME</c>.</summary>
    public string? From { get; set; }

    /// <summary>The property of the value in the store, where that is an object (JSON). Default: the whole value.</summary>
    public string? Property { get; set; }

    /// <summary>The SecretStore or ClusterSecretStore. Default: the project's <c>InkSecretStore</c>, else <c>aws-parameter-store</c>.</summary>
    public string? Store { get; set; }

    /// <summary>The absolute path of a file that holds it in place of the variable: <c>/etc/secrets/signing-key.pem</c>.</summary>
    public string? File { get; set; }

    /// <summary>Limits the declaration to one environment, where it overrides the plain one argument by argument.</summary>
    public string? Environment { get; set; }

    /// <summary>Limits the declaration to the workload of that name (INK0001 where there is none). Default: all of the app's.</summary>
    public string? Workload { get; set; }
}
