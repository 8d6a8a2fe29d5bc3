namespace CleanLogin.Authsignal.Emulator.State;

/// <summary>A session that the service keeps for an application.</summary>
internal sealed record TenantSession(
    string UserId, string ClientId, string? VerificationMethod, string AccessToken, string RefreshToken, DateTimeOffset ExpiresAt);
