namespace Ink.Model.Declarations;

/// <summary>Reads names of C# types as the compiler writes them.</summary>
public static class TypeName
{
    /// <summary>The type's own name: <c>global::Shop.Orders.OrderWorker</c> → <c>OrderWorker</c>.</summary>
    public static string Simple(string fullyQualifiedName)
    {
        var end = fullyQualifiedName.IndexOf('<');
        var name = end < 0 ? fullyQualifiedName : fullyQualifiedName.Substring(0, end);
        return name.Substring(name.LastIndexOfAny(['.', ':', '+']) + 1);
    }
}
