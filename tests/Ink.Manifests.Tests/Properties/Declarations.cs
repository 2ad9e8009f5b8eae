using Ink.Model.Collections;
using Ink.Model.Declarations;

namespace Ink.Manifests.Tests.Properties;

/// <summary>Declarations and models with something changed.</summary>
internal static class Declarations
{
    public static Declaration With(this Declaration declaration, string argument, object value)
    {
        var written = Model.Tests.Support.Declare.Attribute(declaration.Attribute, (argument, value)).Arguments;
        return declaration with
        {
            Arguments = declaration.Without(argument).Arguments.Concat(written).OrderBy(item => item.Name, StringComparer.Ordinal).ToEquatableArray(),
        };
    }

    public static Declaration Without(this Declaration declaration, string argument) =>
        declaration with { Arguments = declaration.Arguments.Where(item => item.Name != argument).ToEquatableArray() };

    /// <summary>The model with this declaration in place of all others of its attribute, and with a web workload that it can be about.</summary>
    public static AppModel With(this AppModel model, Declaration declaration)
    {
        var others = model.Declarations.Where(other => other.Attribute != declaration.Attribute && other.Attribute != "Web");
        Declaration[] web = declaration.Attribute == "Web" ? [] : [new Declaration("Web", default)];
        return model with { Declarations = others.Concat(web).Append(declaration).ToEquatableArray() };
    }
}
