using Ink.Model.Declarations;

namespace Ink.Tasks.Releases;

/// <summary>What a release says of the source: enough for a later render of any environment, without the source.</summary>
/// <param name="Model">The app model.</param>
/// <param name="Json">Its JSON.</param>
/// <param name="ConfigFiles">The config files that its environments refer to.</param>
internal sealed record ReleaseModel(AppModel Model, string Json, ReleasedConfigFiles ConfigFiles);
