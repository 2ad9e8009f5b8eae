using Ink.Model.Collections;
using Ink.Model.Rules;

namespace Ink.Model.Declarations;

/// <summary>
/// Everything that the source says of an application: the JSON that travels in the assembly
/// (<c>AssemblyMetadata("Ink.Model", …)</c>) and in <c>.ink/release.json</c>.
/// </summary>
/// <param name="Assembly">The assembly's name; the app's name is made from it where none is declared.</param>
/// <param name="IsAspNetCore">The project references ASP.NET Core, so its default workload is a web workload.</param>
/// <param name="MapsHealth">The source calls <c>MapInk()</c>, so the app answers at the health paths.</param>
/// <param name="Declarations">The attributes, in an order that does not depend on that of the source.</param>
public sealed record AppModel(
    string Assembly,
    bool IsAspNetCore,
    bool MapsHealth,
    EquatableArray<Declaration> Declarations)
{
    /// <summary>
    /// The rules whose severity the project changes, by id (ordinal), as the compiler sees them: so the targets cannot disagree with it.
    /// </summary>
    public EquatableArray<RuleSetting> Rules { get; init; }

    /// <summary>What differs from <see cref="Rules"/> where the program begins, the place of what no attribute says.</summary>
    public EquatableArray<RuleSetting> Start { get; init; }

    /// <summary>Whether rules that <see cref="Rules"/> does not name are errors where they would be warnings (<c>TreatWarningsAsErrors</c>).</summary>
    public bool WarningsAsErrors { get; init; }

    /// <summary>The version of the JSON that this code writes; readers refuse a newer one.</summary>
    public const int SchemaVersion = 1;

    /// <summary>The key of the assembly metadata attribute that holds the model.</summary>
    public const string MetadataKey = "Ink.Model";
}
