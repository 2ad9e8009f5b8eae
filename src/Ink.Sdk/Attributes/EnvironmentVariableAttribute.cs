namespace Ink;

/// <summary>Sets an environment variable to a literal value. What must stay secret belongs into <see cref="SecretAttribute"/>.</summary>
/// <example><c>[assembly: EnvironmentVariable("Logging__LogLevel__Default", "Debug", Environment = "dev")]</c></example>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class EnvironmentVariableAttribute : Attribute
{
    /// <summary>Sets the variable.</summary>
    /// <param name="name">
    /// Letters, digits, <c>_</c>, <c>-</c> and <c>.</c>, no digit first (INK0002 otherwise). <c>__</c> stands for the <c>:</c> of .NET
    /// configuration. <c>INK_ROLE</c> and <c>INK_ENVIRONMENT</c> are Ink's own (INK0006).
    /// </param>
    /// <param name="value">The value; may be empty and may hold placeholders (<c>https://pay.{domain}</c>).</param>
    public EnvironmentVariableAttribute(string name, string value)
    {
        Name = name;
        Value = value;
    }

    /// <summary>The variable's name.</summary>
    public string Name { get; }

    /// <summary>The variable's value.</summary>
    public string Value { get; }

    /// <summary>Limits the declaration to one environment, where it overrides the plain one of the same name.</summary>
    public string? Environment { get; set; }

    /// <summary>Limits the declaration to the workload of that name (INK0001 where there is none). Default: all of the app's.</summary>
    public string? Workload { get; set; }
}
