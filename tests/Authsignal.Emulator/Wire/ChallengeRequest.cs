namespace CleanLogin.Authsignal.Emulator.Wire;

/// <summary>Asks for a code to be sent, or to be sent again.</summary>
internal sealed record ChallengeRequest
{
    public string? VerificationMethod { get; init; }
    public string? Action { get; init; }

    /// <summary>Names the challenge whose code is to be sent again.</summary>
    public string? ChallengeId { get; init; }
    public string? IdempotencyKey { get; init; }
    public string? UserId { get; init; }
    public string? Email { get; init; }
    public string? PhoneNumber { get; init; }
    public string? SmsChannel { get; init; }
    public string? Scope { get; init; }
}

/// <summary>The challenge whose code was sent.</summary>
internal sealed record ChallengeResponse(string ChallengeId, string IdempotencyKey, long ExpiresAt);

/// <summary>Brings the code that was sent.</summary>
internal sealed record VerifyRequest
{
    public string? ChallengeId { get; init; }
    public string? VerificationCode { get; init; }
}

/// <summary>Whether it was the code, and if not, why.</summary>
internal sealed record VerifyResponse
{
    public required bool IsVerified { get; init; }
    public string? Email { get; init; }
    public string? PhoneNumber { get; init; }
    public string? VerificationMethod { get; init; }
    public string? FailureReason { get; init; }
}

/// <summary>Makes a challenge a user's own.</summary>
internal sealed record ClaimRequest
{
    public string? ChallengeId { get; init; }
    public string? UserId { get; init; }
    public bool? SkipVerificationCheck { get; init; }
}

/// <summary>The token that says so.</summary>
internal sealed record ClaimResponse(string Token, string VerificationMethod);

/// <summary>A challenge that is open; empty if there is none.</summary>
internal sealed record OpenChallengeResponse
{
    public string? ChallengeId { get; init; }
    public long? ExpiresAt { get; init; }
    public string? VerificationMethod { get; init; }
    public string? SmsChannel { get; init; }
    public string? PhoneNumber { get; init; }
    public string? Email { get; init; }
    public string? Action { get; init; }
}
