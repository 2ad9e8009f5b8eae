namespace Ink.Model.Secrets.Settings;

/// <summary>One value of a settings file.</summary>
/// <param name="Key">Its name, with the path to it: <c>ConnectionStrings:Orders</c>.</param>
/// <param name="Value">What it says, without quotes and escapes.</param>
/// <param name="Start">Where in the file it stands.</param>
/// <param name="Length">How much of the file it takes, quotes included.</param>
internal readonly record struct SettingEntry(string Key, string Value, int Start, int Length);
