namespace CleanLogin.Authsignal.Emulator.Wire;

/// <summary>Begins a session with the token of a challenge that was passed.</summary>
internal sealed record CreateSessionRequest
{
    public string? ClientId { get; init; }
    public string? Token { get; init; }
    public string? Action { get; init; }
}

/// <summary>The tokens of a session.</summary>
internal sealed record SessionTokensResponse(string AccessToken, string RefreshToken);

/// <summary>Asks whose session a token is, or ends it.</summary>
internal sealed record AccessTokenRequest
{
    public string? AccessToken { get; init; }
    public IReadOnlyList<string>? ClientIds { get; init; }
}

/// <summary>Exchanges the tokens of a session.</summary>
internal sealed record RefreshSessionRequest
{
    public string? RefreshToken { get; init; }
}

/// <summary>Ends all sessions of a user.</summary>
internal sealed record RevokeUserSessionsRequest
{
    public string? UserId { get; init; }
}

/// <summary>Whose session it is. Its end is in seconds since 1970.</summary>
internal sealed record SessionResponse(SessionUser User, long ExpiresAt, string? VerificationMethod);

/// <summary>The user of a session.</summary>
internal sealed record SessionUser(string UserId, string? Email, string? PhoneNumber, string? Username, string? DisplayName);
