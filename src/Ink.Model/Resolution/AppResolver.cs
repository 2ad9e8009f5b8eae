using Ink.Model.Declarations;

namespace Ink.Model.Resolution;

/// <summary>Turns what was written into what it means in one environment.</summary>
public static class AppResolver
{
    /// <summary>Resolves <paramref name="model"/> for the environment of <paramref name="context"/>; never throws on bad input.</summary>
    public static ResolvedApp Resolve(AppModel model, ResolutionContext context) => throw new NotSupportedException();
}
