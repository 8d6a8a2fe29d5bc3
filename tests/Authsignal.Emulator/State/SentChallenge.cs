namespace CleanLogin.Authsignal.Emulator.State;

/// <summary>A code that a server had sent to an address or a number, before or after it was known whose that is.</summary>
internal sealed class SentChallenge(string id, string idempotencyKey, string method, string? userId, string? action)
{
    private const int MaxFailures = 10;
    private string _code = string.Empty;
    private DateTimeOffset _expiresAt;
    private int _failures;

    public string Id { get; } = id;
    public string IdempotencyKey { get; } = idempotencyKey;
    public string Method { get; } = method;
    public string? UserId { get; } = userId;
    public string? Action { get; } = action;
    public string? Email { get; init; }
    public string? PhoneNumber { get; init; }
    public string? SmsChannel { get; init; }
    public string? Scope { get; init; }
    public bool IsVerified { get; private set; }
    public DateTimeOffset ExpiresAt => _expiresAt;

    /// <summary>Sent again: another code in the place of the first. Failures count on.</summary>
    public void Send(string code, DateTimeOffset expiresAt) => (_code, _expiresAt) = (code, expiresAt);

    public bool IsOpen(DateTimeOffset now) => !IsVerified && now < _expiresAt;

    /// <returns>Why the code does not count, or null if it does. It counts once.</returns>
    public string? Verify(string code, DateTimeOffset now)
    {
        if (_failures >= MaxFailures)
        {
            return "MAX_ATTEMPTS_EXCEEDED";
        }

        if (!IsOpen(now) || !FixedTime.Equal(code, _code))
        {
            _failures++;
            return "CODE_INVALID_OR_EXPIRED";
        }

        IsVerified = true;
        return null;
    }
}
