using k8s.Models;

namespace Ink.Manifests.Monitoring;

/// <summary>The desired state of a <see cref="ServiceMonitor"/>.</summary>
public sealed record ServiceMonitorSpec
{
    /// <summary>The label of the Service that becomes the <c>job</c> of its metrics.</summary>
    public required string JobLabel { get; init; }

    /// <summary>The Services, in the same namespace.</summary>
    public required V1LabelSelector Selector { get; init; }

    /// <summary>What of them is scraped.</summary>
    public required IReadOnlyList<MetricsEndpoint> Endpoints { get; init; }
}

/// <summary>Something to scrape.</summary>
/// <param name="Port">The name of the Service's port.</param>
/// <param name="Path">The path.</param>
/// <param name="Interval">How often, as a Go duration (<c>15s</c>); <see langword="null"/> for Prometheus's own setting.</param>
public sealed record MetricsEndpoint(string Port, string Path, string? Interval = null);
