namespace Ink.Manifests.Transforms;

/// <summary>What a transform or its assembly did wrong; whoever knows the app and the environment makes an error of it.</summary>
internal sealed class TransformException(string message, Exception? innerException = null) : Exception(message, innerException);
