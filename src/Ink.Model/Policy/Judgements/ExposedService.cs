using Ink.Model.Policy.Facts;
using Ink.Model.Rules;

namespace Ink.Model.Policy.Judgements;

/// <summary>INK2010: such a Service opens a way from outside that no ingress, certificate or firewall rule watches.</summary>
public static class ExposedService
{
    /// <summary>The judgement itself.</summary>
    public static bool IsExposed(string type) => type is "NodePort" or "LoadBalancer";

    internal static IEnumerable<Breach> Judge(ServiceFacts service) => IsExposed(service.Type)
        ? [new Breach(RuleCatalogue.ExposedService, "spec.type", $"the service \"{service.Name}\" is of type {service.Type}", "Use ClusterIP, and an Ingress or a route for what comes from outside.")]
        : [];
}
