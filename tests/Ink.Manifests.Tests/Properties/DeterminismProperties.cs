using System.Globalization;
using CsCheck;
using Ink.Manifests.ArgoCd;
using Ink.Manifests.Tests.Infrastructure;
using Ink.Manifests.Yaml;
using Ink.Model.Collections;
using Ink.Model.Declarations;
using Ink.Model.Resolution;

namespace Ink.Manifests.Tests.Properties;

/// <summary>The same commit and environment always give the same bytes, wherever and however they are rendered.</summary>
public sealed class DeterminismProperties
{
    private const int Cases = 1_000;

    [Fact]
    public void The_order_of_the_attributes_does_not_show() =>
        (from model in ModelGen.Valid
         from context in ModelGen.Context
         from shuffled in Gen.Shuffle(model.Declarations.ToArray())
         select (Model: model, Shuffled: model with { Declarations = shuffled.ToEquatableArray() }, Context: context))
        .Sample(
            sample =>
            {
                Assert.Equal(ModelJson.Write(sample.Model), ModelJson.Write(sample.Shuffled));
                Assert.Equal(Render(sample.Model, sample.Context), Render(sample.Shuffled, sample.Context));
            },
            iter: Cases);

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("de-DE")]
    public void The_culture_does_not_show(string name)
    {
        var culture = CultureInfo.GetCultureInfo(name, predefinedOnly: true);
        // Without ICU every culture is the invariant one, and this would prove nothing.
        Assert.NotEqual("1.5", 1.5.ToString(culture));
        Gen.Select(ModelGen.Valid, ModelGen.Context).Sample((model, context) => Render(model, context) == In(culture, () => Render(model, context)), iter: Cases);
    }

    [SkippableTheory]
    [InlineData("Pacific/Kiritimati")]
    [InlineData("America/St_Johns")]
    public void The_time_zone_does_not_show(string zone)
    {
        Skip.IfNot(TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _), "No time zones are installed (Debian: tzdata).");
        var expected = Everything();
        var before = Environment.GetEnvironmentVariable("TZ");
        try
        {
            Environment.SetEnvironmentVariable("TZ", zone);
            TimeZoneInfo.ClearCachedData();
            Assert.Equal(zone, TimeZoneInfo.Local.Id);
            Assert.Equal(expected, Everything());
        }
        finally
        {
            Environment.SetEnvironmentVariable("TZ", before);
            TimeZoneInfo.ClearCachedData();
        }
    }

    private static string Everything() => Rendering.Text([.. Apps.Rich().Files(), .. OperatedApps.Rich().Files()]);

    private static string Render(AppModel model, ResolutionContext context)
    {
        var app = AppResolver.Resolve(model, context).Spec!;
        return Rendering.Text(app.Files()) + ManifestYaml.Write(ApplicationBuilder.Build(app, "https://git.example.com/x.git", "main", "apps/x"));
    }

    private static T In<T>(CultureInfo culture, Func<T> action)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = culture;
            return action();
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
