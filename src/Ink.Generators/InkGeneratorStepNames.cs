namespace Ink.Generators;

/// <summary>The names of the pipeline's steps, by which tests see what an edit reruns.</summary>
public static class InkGeneratorStepNames
{
    /// <summary>The attributes as declarations.</summary>
    public const string Declarations = nameof(Declarations);

    /// <summary>Whether the source calls <c>MapInk()</c>.</summary>
    public const string MapsHealth = nameof(MapsHealth);

    /// <summary>What the compilation is and references.</summary>
    public const string Project = nameof(Project);

    /// <summary>The MSBuild properties that the compiler sees.</summary>
    public const string Settings = nameof(Settings);

    /// <summary>The app model; nothing where the project is not deployed.</summary>
    public const string Model = nameof(Model);

    /// <summary>What the model means in each environment.</summary>
    public const string Environments = nameof(Environments);

    /// <summary>The tables of <c>InkApp</c>.</summary>
    public const string Constants = nameof(Constants);

    /// <summary>The tables of <c>AddInk</c> and <c>RunInkAsync</c>.</summary>
    public const string Host = nameof(Host);

    /// <summary>The tables of <c>MapInk</c>.</summary>
    public const string Endpoints = nameof(Endpoints);

    /// <summary>The severities that the project gives rules.</summary>
    public const string Rules = nameof(Rules);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } =
        [Declarations, MapsHealth, Project, Settings, Model, Environments, Constants, Host, Endpoints, Rules];
}
