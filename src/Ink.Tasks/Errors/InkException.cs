namespace Ink.Tasks.Errors;

/// <summary>
/// A failure that a person can act on: a code of the rule catalogue, and a message that says what is wrong, where and
/// what to do. The message is masked here, at the one place every failure passes, so that no caller can forget it.
/// </summary>
/// <param name="code">A code of the form <c>INKnnnn</c>; see <see cref="ErrorCodes"/>.</param>
/// <param name="message">What is wrong, where, and what to do about it.</param>
/// <param name="inner">What was being handled, if anything. Its own message is not masked: log <see cref="Exception.Message"/> of this one.</param>
internal sealed class InkException(string code, string message, Exception? inner = null)
    : Exception(Masking.Mask(message), inner)
{
    /// <summary>The code, for example <c>INK4003</c>.</summary>
    public string Code { get; } = code;
}
