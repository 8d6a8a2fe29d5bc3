using CleanLogin.Authsignal.Emulator.Wire;

namespace CleanLogin.Authsignal.Emulator.State;

/// <summary>Something that a user can be challenged with.</summary>
internal sealed class UserAuthenticator(string userId, string method, DateTimeOffset now)
{
    private long _lastTotpStep = long.MinValue;

    public string Id { get; } = Guid.NewGuid().ToString();
    public string UserId { get; } = userId;
    public string Method { get; } = method;
    public DateTimeOffset CreatedAt { get; } = now;
    public DateTimeOffset? LastVerifiedAt { get; private set; }
    public string? Email { get; set; }
    public string? PhoneNumber { get; init; }

    /// <summary>Base32, only for an authenticator app.</summary>
    public string? TotpSecret { get; init; }

    /// <summary>Only for a passkey.</summary>
    public PasskeyCredential? Passkey { get; init; }

    public void MarkVerified(DateTimeOffset now) => LastVerifiedAt = now;

    /// <summary>A time step counts once (RFC 6238 §5.2), and no earlier one after it.</summary>
    public bool UseTotpStep(long step)
    {
        if (step <= _lastTotpStep)
        {
            return false;
        }

        _lastTotpStep = step;
        return true;
    }

    /// <summary>Whether enrolling the same thing again would only make a duplicate of this one.</summary>
    public bool IsSameAs(UserAuthenticator other) =>
        Method == other.Method
        && Email == other.Email
        && PhoneNumber == other.PhoneNumber
        && TotpSecret == other.TotpSecret
        && Passkey?.Id == other.Passkey?.Id;

    public AuthenticatorResponse ToWire(bool isDefault) => new()
    {
        UserAuthenticatorId = Id,
        UserId = UserId,
        VerificationMethod = Method,
        CreatedAt = CreatedAt,
        VerifiedAt = CreatedAt,
        LastVerifiedAt = LastVerifiedAt,
        Email = Email,
        PhoneNumber = PhoneNumber,
        IsDefault = isDefault,
        WebauthnCredential = Passkey is { } passkey ? WebauthnCredential.Of(passkey, LastVerifiedAt ?? CreatedAt) : null,
    };
}
