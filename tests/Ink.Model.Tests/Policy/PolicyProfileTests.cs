using Ink.Model.Policy;
using Ink.Model.Resolution;

namespace Ink.Model.Tests.Policy;

public class PolicyProfileTests
{
    [Theory]
    [InlineData(null, PolicyProfile.Baseline)]
    [InlineData("", PolicyProfile.Baseline)]
    [InlineData("strict", PolicyProfile.Strict)]
    [InlineData("None", PolicyProfile.None)]
    public void A_profile_is_chosen_by_name(string? name, PolicyProfile profile)
    {
        Assert.Equal(profile, PolicyProfiles.Of(Context(name)));
        Assert.Null(PolicyProfiles.Problem(Context(name)));
    }

    [Theory]
    [InlineData("Stricter")]
    [InlineData("1")]
    [InlineData("Baseline,Strict")]
    public void Another_name_is_told(string name)
    {
        Assert.Null(PolicyProfiles.Of(Context(name)));
        Assert.Contains($"\"{name}\"", PolicyProfiles.Problem(Context(name)), StringComparison.Ordinal);
    }

    private static ResolutionContext Context(string? name) => new("dev") { Project = new Dictionary<string, string> { ["InkPolicy"] = name ?? "" } };
}
