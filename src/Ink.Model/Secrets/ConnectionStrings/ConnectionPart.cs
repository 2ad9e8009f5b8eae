namespace Ink.Model.Secrets.ConnectionStrings;

/// <summary>One setting of a connection string.</summary>
/// <param name="Key">In small letters without blanks: <c>userid</c>. Empty for a bare word, as Redis has.</param>
/// <param name="Start">Where in the text its value begins, inside of quotes.</param>
/// <param name="End">Where the value ends.</param>
internal sealed record ConnectionPart(string Key, int Start, int End);
