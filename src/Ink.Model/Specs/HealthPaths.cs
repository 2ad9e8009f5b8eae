namespace Ink.Model.Specs;

/// <summary>Where <c>MapInk()</c> answers unless <c>[Health]</c> says otherwise.</summary>
public static class HealthPaths
{
    /// <summary>Whether requests may come.</summary>
    public const string Ready = "/health/ready";

    /// <summary>Whether the process lives.</summary>
    public const string Live = "/health/live";
}
