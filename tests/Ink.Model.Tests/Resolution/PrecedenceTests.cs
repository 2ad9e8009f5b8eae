using Ink.Model.Declarations;
using Ink.Model.Specs;
using Ink.Model.Tests.Support;
using static Ink.Model.Tests.Support.Declare;

namespace Ink.Model.Tests.Resolution;

/// <summary>
/// The order of precedence as a truth table: command line, attribute for the environment, plain attribute, the environment's
/// metadata, the project's property, default. For each set of sources that speak, the first of that order wins.
/// </summary>
public class PrecedenceTests
{
    private const int Combinations = 1 << 5;

    [Fact]
    public void Of_the_name_of_the_app() =>
        Check("InkAppName", value => App(value), spec => spec.Name, otherwise: "checkout");

    [Fact]
    public void Of_the_namespace() =>
        Check("InkNamespace", value => Attribute("App", ("Namespace", value)), spec => spec.Namespace, otherwise: "checkout");

    [Fact]
    public void Of_the_ingress_class() =>
        Check("InkIngressClass", value => Ingress("shop.example.com", ("Class", value)), spec => spec.Ingresses[0].Class, otherwise: "shared", always: Ingress("shop.example.com"));

    [Fact]
    public void Of_the_storage_class() =>
        Check(
            "InkStorageClass",
            value => Volume("/data", ("Size", "1Gi"), ("StorageClass", value)),
            spec => spec.Workloads[0].Volumes[0].Claim!.StorageClass ?? "that of the cluster",
            otherwise: "that of the cluster",
            always: Volume("/data", ("Size", "1Gi")));

    [Theory]
    [InlineData("InkSecretStore", "aws-parameter-store")]
    [InlineData("InkArgoNamespace", "argocd")]
    [InlineData("InkArgoProject", "default")]
    public void Of_settings_without_an_attribute(string property, string otherwise) =>
        Check(property, attribute: null, spec => Setting(spec, property), otherwise);

    [Theory]
    [InlineData("", "", "", "aws-parameter-store", "ClusterSecretStore")]
    [InlineData("SecretStore", "", "", "aws-parameter-store", "SecretStore")]
    [InlineData("SecretStore", "ClusterSecretStore", "", "aws-parameter-store", "ClusterSecretStore")]
    [InlineData("ClusterSecretStore", "ClusterSecretStore", "SecretStore", "aws-parameter-store", "SecretStore")]
    public void Of_the_kind_of_the_secret_store(string property, string metadata, string commandLine, string name, string kind)
    {
        var project = new Project
        {
            Properties = { ["InkSecretStoreKind"] = property },
            Metadata = { ["SecretStoreKind"] = metadata },
            CommandLine = { ["InkSecretStoreKind"] = commandLine },
        };

        Assert.Equal(new SecretStoreReference(name, kind), project.Spec().SecretStore);
    }

    [Fact]
    public void Of_the_default_CPU_which_every_attribute_beats() =>
        CheckDefault("InkDefaultCpu", "Cpu", "m", resources => resources.Cpu.Text, otherwise: "100m");

    [Fact]
    public void Of_the_default_memory_which_every_attribute_beats() =>
        CheckDefault("InkDefaultMemory", "Memory", "Mi", resources => resources.Memory.Text, otherwise: "256Mi");

    [Fact]
    public void Metadata_and_properties_are_found_whatever_their_case()
    {
        var project = new Project { Metadata = { ["namespace"] = "shop" }, Properties = { ["inkappname"] = "till" } };

        Assert.Equal(("till", "shop"), (project.Spec().Name, project.Spec().Namespace));
    }

    // Every subset of the five sources, each with a value of its own.
    private static void Check(
        string property, Func<string, Declaration>? attribute, Func<AppSpec, string> read, string otherwise, params Declaration[] always)
    {
        for (var set = 0; set < Combinations; set++)
        {
            var project = new Project();
            List<Declaration> declarations = [];
            var expected = otherwise;
            if (Has(set, 0))
                project.Properties[property] = expected = "from-project";
            if (Has(set, 1))
                project.Metadata[property["Ink".Length..]] = expected = "from-metadata";
            if (Has(set, 2) && attribute is not null)
                declarations.Add(attribute(expected = "from-attribute"));
            if (Has(set, 3) && attribute is not null)
                declarations.Add(attribute(expected = "from-environment").In("dev"));
            if (Has(set, 4))
                project.CommandLine[property] = expected = "from-command-line";
            if (!Has(set, 2))
                declarations.AddRange(always);

            Assert.Equal(expected, read(project.Spec(declarations)));

            // An empty property is an unset one.
            project.CommandLine.TryAdd(property, "");
            Assert.Equal(expected, read(project.Spec(declarations)));
        }
    }

    private static void CheckDefault(string property, string argument, string unit, Func<ResourcesSpec, string> read, string otherwise)
    {
        for (var set = 0; set < Combinations; set++)
        {
            var project = new Project();
            List<Declaration> declarations = [];
            var expected = otherwise;
            if (Has(set, 0))
                project.Properties[property] = expected = $"101{unit}";
            if (Has(set, 1))
                project.Metadata[property["Ink".Length..]] = expected = $"102{unit}";
            if (Has(set, 4))
                project.CommandLine[property] = expected = $"103{unit}";

            // Last, even after the command line: a default stands in for what nobody wrote, it does not override what somebody did.
            if (Has(set, 2))
                declarations.Add(Resources((argument, expected = $"104{unit}")));
            if (Has(set, 3))
                declarations.Add(Resources((argument, expected = $"105{unit}")).In("dev"));

            Assert.Equal(expected, read(project.Spec(declarations).Web!.Resources));
        }
    }

    private static bool Has(int set, int source) => (set & (1 << source)) != 0;

    private static string Setting(AppSpec spec, string property) => property switch
    {
        "InkSecretStore" => spec.SecretStore.Name,
        "InkArgoNamespace" => spec.Argo.Namespace,
        _ => spec.Argo.Project,
    };
}
