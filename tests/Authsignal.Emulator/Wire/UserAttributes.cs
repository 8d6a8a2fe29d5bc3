using System.Text.Json;

namespace CleanLogin.Authsignal.Emulator.Wire;

/// <summary>The attributes of a user that can be changed. Absent means unchanged.</summary>
internal sealed record UserAttributes
{
    public string? UserId { get; init; }
    public string? Email { get; init; }
    public bool? EmailVerified { get; init; }
    public string? PhoneNumber { get; init; }
    public bool? PhoneNumberVerified { get; init; }
    public string? Username { get; init; }
    public string? DisplayName { get; init; }
    public JsonElement? Custom { get; init; }
    public string? Locale { get; init; }
    public string? DefaultVerificationMethod { get; init; }

    public UserAttributes With(UserAttributes change) => new()
    {
        Email = change.Email ?? Email,
        EmailVerified = change.EmailVerified ?? EmailVerified,
        PhoneNumber = change.PhoneNumber ?? PhoneNumber,
        PhoneNumberVerified = change.PhoneNumberVerified ?? PhoneNumberVerified,
        Username = change.Username ?? Username,
        DisplayName = change.DisplayName ?? DisplayName,
        Custom = change.Custom ?? Custom,
        Locale = change.Locale ?? Locale,
        DefaultVerificationMethod = change.DefaultVerificationMethod ?? DefaultVerificationMethod,
    };
}
