using Ink.Model.Specs;
using Ink.Model.Values;
using k8s.Models;

namespace Ink.Manifests.Workloads;

/// <summary>Requests and limits of a container.</summary>
internal static class ContainerResources
{
    public static V1ResourceRequirements Of(ResourcesSpec resources) => new()
    {
        Requests = Quantities(resources.Cpu, resources.Memory, resources.EphemeralStorage),
        Limits = Quantities(resources.CpuLimit, resources.MemoryLimit, resources.EphemeralStorage),
    };

    private static Dictionary<string, ResourceQuantity> Quantities(Quantity? cpu, Quantity memory, Quantity? storage)
    {
        var quantities = new Dictionary<string, ResourceQuantity>(3) { ["memory"] = new(memory.Text) };
        if (cpu is not null)
            quantities["cpu"] = new(cpu.Text);
        if (storage is not null)
            quantities["ephemeral-storage"] = new(storage.Text);
        return quantities;
    }
}
