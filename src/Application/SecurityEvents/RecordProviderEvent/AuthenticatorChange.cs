namespace CleanLogin.Application.SecurityEvents.RecordProviderEvent;

/// <summary>What has become of an authenticator at the MFA provider.</summary>
public enum AuthenticatorChange
{
    /// <summary>It is new.</summary>
    Added,

    /// <summary>It is another one in some respect, such as the address that codes go to.</summary>
    Changed,

    /// <summary>It is gone.</summary>
    Removed,
}
