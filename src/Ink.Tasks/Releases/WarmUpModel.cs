using System.Text;
using Ink.Model.Resolution;
using Ink.Model.Specs;

namespace Ink.Tasks.Releases;

/// <summary>An app of no account, with what most services declare: rendering it makes ready what rendering theirs needs.</summary>
internal static class WarmUpModel
{
    private const string ConfigFile = "settings.json";

    /// <summary>The model, as an assembly holds it.</summary>
    public const string Json =
        """
        {"schema":1,"assembly":"WarmUp","aspNetCore":true,"mapsHealth":true,"declarations":[
        {"attribute":"App","arguments":{"Description":"Warms up.","Name":"warm-up","PartOf":"ink","Team":"ink"}},
        {"attribute":"AllowFrom","arguments":{"Peer":"ingress"}},
        {"attribute":"Autoscale","workload":"web","arguments":{"Cpu":70,"Max":12,"Min":3}},
        {"attribute":"ConfigFile","arguments":{"Path":"settings.json"}},
        {"attribute":"CronJob","arguments":{"DeadlineSeconds":600,"Schedule":"0 6 * * mon-fri","TimeZone":"Europe/Berlin","Type":"global::WarmUp.Report"}},
        {"attribute":"EnvironmentVariable","arguments":{"Name":"PEER_URL","Value":"http://{app}:8080"}},
        {"attribute":"IamRole","arguments":{"Arn":"arn:aws:iam::{account}:role/warm-up"}},
        {"attribute":"Ingress","arguments":{"Host":"warm-up.{domain}","Path":"/warm-up"}},
        {"attribute":"Job","arguments":{"DeadlineSeconds":300,"Type":"global::WarmUp.Migrate"}},
        {"attribute":"Metrics","workload":"web","arguments":{}},
        {"attribute":"Resources","arguments":{"Cpu":"100m","EphemeralStorage":"256Mi","Memory":"192Mi"}},
        {"attribute":"Resources","environment":"production","arguments":{"Cpu":"250m","Memory":"384Mi"}},
        {"attribute":"Resources","workload":"queue","arguments":{"Cpu":"50m"}},
        {"attribute":"Route","arguments":{"Gateway":"gateways/public","Host":"api.{domain}","Path":"/warm-up"}},
        {"attribute":"Secret","arguments":{"File":"/etc/warm-up/key","Name":"FILE_KEY"}},
        {"attribute":"Secret","arguments":{"Name":"VARIABLE_KEY"}},
        {"attribute":"Sidecar","arguments":{"Cpu":"50m","EphemeralStorage":"64Mi","Image":"registry.example.com/sidecar:1@sha256:0000000000000000000000000000000000000000000000000000000000000000","Memory":"128Mi","Name":"sidecar","Port":4317}},
        {"attribute":"Web","arguments":{}},
        {"attribute":"Worker","arguments":{"Type":"global::WarmUp.Queue"}}],"warningsAsErrors":true}
        """;

    /// <summary>Where it would be deployed to.</summary>
    public static ResolutionContext Context { get; } = new("production")
    {
        Metadata = new Dictionary<string, string> { ["Account"] = "111111111111", ["Domain"] = "example.com" },
        KnownEnvironments = ["dev", "production"],
        Project = new Dictionary<string, string> { [InkProperty.GitOpsUrl] = "https://git.example.com/gitops.git" },
        ConfigFiles = new ReleasedConfigFiles(new Dictionary<string, ConfigContent> { [ConfigFile] = ConfigContent.OfText("""{ "rate": 1 }""") }),
    };
}
