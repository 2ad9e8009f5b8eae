namespace Ink.Model.Collections;

/// <summary>Makes <see cref="EquatableArray{T}"/> read like the other collection conversions.</summary>
public static class EquatableArrayExtensions
{
    /// <summary>Copies a sequence into an array that compares by its elements.</summary>
    public static EquatableArray<T> ToEquatableArray<T>(this IEnumerable<T> items) => new(items);
}
