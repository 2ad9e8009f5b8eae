using Ink.Model.Declarations;

namespace Ink.Generators.Tables;

/// <summary>A declaration, and what the compiler alone knows of it.</summary>
/// <param name="Declaration">What was written.</param>
/// <param name="CanRegister">It names a type that the generated code can register.</param>
internal sealed record ReadDeclaration(Declaration Declaration, bool CanRegister);
