namespace Ink.Model.Resolution;

/// <summary>The MSBuild properties that resolution reads.</summary>
public static class InkProperty
{
    public const string AppName = "InkAppName";
    public const string Namespace = "InkNamespace";
    public const string IngressClass = "InkIngressClass";
    public const string Gateway = "InkGateway";
    public const string StorageClass = "InkStorageClass";
    public const string SecretStore = "InkSecretStore";
    public const string SecretStoreKind = "InkSecretStoreKind";
    public const string ArgoNamespace = "InkArgoNamespace";
    public const string ArgoProject = "InkArgoProject";
    public const string DefaultCpu = "InkDefaultCpu";
    public const string DefaultMemory = "InkDefaultMemory";
    public const string Policy = "InkPolicy";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } =
        [AppName, Namespace, IngressClass, Gateway, StorageClass, SecretStore, SecretStoreKind, ArgoNamespace, ArgoProject, DefaultCpu, DefaultMemory, Policy];
}
