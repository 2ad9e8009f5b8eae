namespace Ink.Model.Specs;

/// <summary>Who may mount a persistent volume at once; the names are those of Kubernetes.</summary>
public enum AccessMode
{
    /// <summary>The pods of one node, to read and write.</summary>
    ReadWriteOnce,

    /// <summary>Any number of pods, to read.</summary>
    ReadOnlyMany,

    /// <summary>Any number of pods, to read and write.</summary>
    ReadWriteMany,

    /// <summary>One pod, to read and write.</summary>
    ReadWriteOncePod,
}
