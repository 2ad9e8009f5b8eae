using System.Globalization;
using Ink.Manifests.Tests.Infrastructure;
using Ink.Model.Collections;
using Ink.Model.Specs;

namespace Ink.Manifests.Tests;

public sealed class DeterminismTests
{
    [Theory]
    [InlineData("tr-TR")]
    [InlineData("de-DE")]
    [InlineData("ar-SA")]
    [InlineData("sv-SE")]
    public void The_culture_does_not_show(string culture)
    {
        var expected = Rendering.Text(Apps.Rich().Files());
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture, predefinedOnly: true);
            Assert.Equal(expected, Rendering.Text(Apps.Rich().Files()));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void The_order_of_the_input_does_not_show()
    {
        var app = Apps.Rich();
        var reversed = app with
        {
            Workloads = app.Workloads.Reverse().Select(workload => workload with
            {
                Variables = workload.Variables.Reverse().ToEquatableArray(),
                Secrets = workload.Secrets.Reverse().ToEquatableArray(),
            }).ToEquatableArray(),
            Ingresses = app.Ingresses.Reverse().ToEquatableArray(),
            Secrets = app.Secrets.Reverse().ToEquatableArray(),
        };

        Assert.Equal(Rendering.Text(app.Files()), Rendering.Text(reversed.Files()));
    }
}
