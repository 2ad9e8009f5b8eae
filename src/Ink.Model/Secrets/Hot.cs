using System.Runtime.CompilerServices;

namespace Ink.Model.Secrets;

/// <summary>
/// For the loops that read every literal of a program. A compiler's process ends before .NET would compile them well by itself: it waits
/// until no new method has been called for a while, and in a compiler there always is one.
/// </summary>
public static class Hot
{
    /// <summary><c>MethodImplOptions.AggressiveOptimization</c>, which .NET Standard 2.0 does not name: compiled well at once, not tier by tier.</summary>
    public const MethodImplOptions Loop = (MethodImplOptions)512;
}
