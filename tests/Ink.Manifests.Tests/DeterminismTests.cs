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
        var expected = Everything();
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture, predefinedOnly: true);
            Assert.Equal(expected, Everything());
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

    [Fact]
    public void Nor_does_that_of_scalers_routes_labels_and_peers()
    {
        var app = OperatedApps.Rich();
        var reversed = app with
        {
            Routes = app.Routes.Reverse().ToEquatableArray(),
            Labels = app.Labels.Reverse().ToEquatableArray(),
            Workloads = app.Workloads.Reverse().Select(workload => workload with
            {
                Labels = workload.Labels.Reverse().ToEquatableArray(),
                AllowFrom = workload.AllowFrom.Reverse().ToEquatableArray(),
                AllowTo = workload.AllowTo.Reverse().ToEquatableArray(),
            }).ToEquatableArray(),
        };

        Assert.Equal(Rendering.Text(app.Files()), Rendering.Text(reversed.Files()));
    }

    [Fact]
    public void Nor_does_that_of_sidecars()
    {
        var app = SidecarApps.Rich();
        var reversed = app with
        {
            Workloads = app.Workloads.Select(workload => workload with { Sidecars = workload.Sidecars.Reverse().ToEquatableArray() }).ToEquatableArray(),
        };

        Assert.Equal(Rendering.Text(app.Files()), Rendering.Text(reversed.Files()));
    }

    private static string Everything() => Rendering.Text([.. Apps.Rich().Files(), .. OperatedApps.Rich().Files(), .. SidecarApps.Rich().Files()]);
}
