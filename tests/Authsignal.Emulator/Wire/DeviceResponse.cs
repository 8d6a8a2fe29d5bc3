namespace CleanLogin.Authsignal.Emulator.Wire;

/// <summary>A device that a user was seen on.</summary>
internal sealed record DeviceResponse(string DeviceId, DateTimeOffset FirstSeenAt, DateTimeOffset LastSeenAt, bool IsInvalidated);

/// <summary>A kind of authenticator that the tenant has set up.</summary>
internal sealed record AuthenticatorConfigurationResponse(string VerificationMethod, bool IsEnabled);
