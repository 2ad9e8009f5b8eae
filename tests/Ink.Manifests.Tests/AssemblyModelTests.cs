using System.Reflection;
using Ink.Manifests.Reading;

[assembly: AssemblyMetadata("Ink.Model", """{"schema":1,"assembly":"FromMetadata","aspNetCore":true,"mapsHealth":true,"declarations":[{"attribute":"App","arguments":{"Name":"shop"}}]}""")]

namespace Ink.Manifests.Tests;

public sealed class AssemblyModelTests
{
    [Fact]
    public void The_model_is_read_from_the_assemblys_metadata()
    {
        var model = AssemblyModel.Read(typeof(AssemblyModelTests).Assembly.Location, "Other").Model;
        Assert.Equal("FromMetadata", model.Assembly);
        Assert.True(model.IsAspNetCore);
        Assert.Equal("shop", Assert.Single(model.Declarations).TextOf("Name"));
    }

    [Fact]
    public void An_assembly_without_a_model_is_an_app_without_attributes()
    {
        var model = AssemblyModel.Read(typeof(AppRenderer).Assembly.Location, "Legacy.App");
        Assert.Equal("Legacy.App", model.Model.Assembly);
        Assert.False(model.Model.IsAspNetCore);
        Assert.Empty(model.Model.Declarations);
        Assert.Contains("\"Legacy.App\"", model.Json, StringComparison.Ordinal);
    }
}
