namespace Ink.Model.Values;

/// <summary>The user of .NET's container images.</summary>
public static class ImageUser
{
    /// <summary>The id of the user <c>app</c> (<c>APP_UID</c>), which is that of its group as well.</summary>
    public const int Id = 1654;
}
