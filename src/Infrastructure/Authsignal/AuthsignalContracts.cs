namespace CleanLogin.Infrastructure.Authsignal;

/// <summary>Body of a track call. Unset properties are not sent.</summary>
internal sealed record TrackRequest(
    string IdempotencyKey, string? RedirectUrl, string? Email, string Username, string? IpAddress, string? UserAgent, string? DeviceId)
{
    /// <summary>What the pages may do beside the challenge; absent: nothing.</summary>
    public string? Scope { get; init; }

    /// <summary>Whether the pages lead to the settings.</summary>
    public bool? RedirectToSettings { get; init; }
}

/// <summary>Answer to a track call. States and methods are open strings: what is not known is refused, never an error.</summary>
internal sealed record TrackResponse(
    string? IdempotencyKey, string? State, string? Url, bool? IsEnrolled, IReadOnlyList<string>? AllowedVerificationMethods = null)
{
    /// <summary>A capability: for the person's browser alone, and never logged.</summary>
    public string? Token { get; init; }

    /// <summary>Without the token and the URL, which holds one too.</summary>
    public override string ToString() => nameof(TrackResponse);
}

/// <summary>Body of a validate call.</summary>
internal sealed record ValidateRequest(string Token, string? UserId, string Action);

/// <summary>Answer to a validate call. The service names the action twice.</summary>
internal sealed record ValidateResponse(
    bool? IsValid,
    string? State,
    DateTimeOffset? StateUpdatedAt,
    string? UserId,
    string? Action,
    string? ActionCode,
    string? IdempotencyKey,
    string? VerificationMethod);

/// <summary>Answer to a look-up of a person.</summary>
internal sealed record UserResponse(bool? IsEnrolled);

/// <summary>One authenticator in the answer to a listing. Whatever else it says is not kept.</summary>
internal sealed record AuthenticatorResponse(
    string? UserAuthenticatorId,
    string? VerificationMethod,
    DateTimeOffset? CreatedAt,
    DateTimeOffset? LastVerifiedAt,
    string? DisplayName,
    string? Email,
    string? PhoneNumber,
    WebauthnCredentialResponse? WebauthnCredential);

/// <summary>What is known of a passkey.</summary>
internal sealed record WebauthnCredentialResponse(string? Name, AaguidMappingResponse? AaguidMapping);

/// <summary>Where a passkey is kept.</summary>
internal sealed record AaguidMappingResponse(string? Name);

/// <summary>Body of a call that enrols what was verified by whoever calls.</summary>
internal sealed record EnrollRequest(string VerificationMethod, string Email);

/// <summary>An answer of which only the status counts.</summary>
internal sealed record NoContent;

/// <summary>Body of an error; older and newer names.</summary>
internal sealed record ErrorResponse(string? Error, string? ErrorCode)
{
    /// <summary>The code, whichever name it came under.</summary>
    public string? Code => ErrorCode ?? Error;
}
