namespace Ink.Model.Specs;

/// <summary>A host and a path of the web workload that a Gateway routes.</summary>
/// <param name="Host">A DNS name; its first label may be <c>*</c>.</param>
/// <param name="Path">Begins with <c>/</c>; stands for all below it as well.</param>
/// <param name="Gateway">The Gateway's name.</param>
/// <param name="GatewayNamespace">Its namespace; <see langword="null"/> for the app's.</param>
public sealed record RouteSpec(string Host, string Path, string Gateway, string? GatewayNamespace);
