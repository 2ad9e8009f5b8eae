using Ink.Manifests.Reading;
using Ink.Manifests.Tests.Infrastructure;
using Ink.Model.Declarations;

namespace Ink.Manifests.Tests;

public sealed class ModelReaderTests
{
    private const string Empty = """{"schema":1,"assembly":"A","aspNetCore":true,"mapsHealth":false,"declarations":[]}""";

    [Fact]
    public void Reads_what_the_writer_wrote()
    {
        var model = new AppModel("Shop.Checkout", IsAspNetCore: true, MapsHealth: true, Apps.List(
            new Declaration("App", Apps.List(new Argument("Name", new ArgumentValue.Text("straße \"🛒\"\n\\")))),
            new Declaration(
                "Web",
                Apps.List(
                    new Argument("Args", new ArgumentValue.List(Apps.List("a", "b"))),
                    new Argument("Port", new ArgumentValue.Number(-8080)),
                    new Argument("Switch", new ArgumentValue.Flag(true))),
                Environment: "production",
                Workload: "web")));

        Assert.Equal(model, ModelReader.Read(ModelJson.Write(model)));
    }

    [Fact]
    public void Passes_over_what_it_does_not_know()
    {
        var json = Empty.Replace("\"assembly\"", "\"future\":{\"x\":[1.5,null]},\"assembly\"", StringComparison.Ordinal);
        Assert.Equal(ModelReader.Read(Empty), ModelReader.Read(json));
    }

    [Fact]
    public void Refuses_a_newer_schema()
    {
        var exception = Assert.Throws<ModelFormatException>(() => ModelReader.Read("""{"schema":2}"""));
        Assert.Contains("made by a newer Ink; update Ink.Sdk", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"schema":"1"}""")]
    [InlineData("""{"schema":1}""")]
    [InlineData("""{"schema":1,"assembly":7,"aspNetCore":true,"mapsHealth":true,"declarations":[]}""")]
    [InlineData("""{"schema":1,"assembly":"A","aspNetCore":"yes","mapsHealth":true,"declarations":[]}""")]
    [InlineData("""{"schema":1,"assembly":"A","aspNetCore":true,"mapsHealth":true,"declarations":[7]}""")]
    [InlineData("""{"schema":1,"assembly":"A","aspNetCore":true,"mapsHealth":true,"declarations":[{"attribute":"Web","arguments":{"Port":1.5}}]}""")]
    [InlineData("""{"schema":1,"assembly":"A","aspNetCore":true,"mapsHealth":true,"declarations":[{"attribute":"Web","arguments":{"Args":[null]}}]}""")]
    [InlineData("""{"schema":1,"assembly":"A","aspNetCore":true,"mapsHealth":true,"declarations":[{"attribute":"Web","arguments":{"A":1,"A":2}}]}""")]
    [InlineData("""{"schema":1,"assembly":"\ud800","aspNetCore":true,"mapsHealth":true,"declarations":[]}""")]
    public void Refuses_what_is_no_model(string json) => Assert.Throws<ModelFormatException>(() => ModelReader.Read(json));
}
