namespace Ink.Model.Secrets;

/// <summary>How sure it is that a secret opens anything.</summary>
public enum SecretWeight
{
    /// <summary>As its rule says.</summary>
    Full,

    /// <summary>Tests make these by the dozen, from keys of their own: information in a test project.</summary>
    OftenInTests,

    /// <summary>A key for the issuer's own test mode: information everywhere.</summary>
    TestKey,
}
