using System.Text.Json;

namespace CleanLogin.Authsignal.Emulator.Wire;

internal sealed record UserResponse
{
    public required bool IsEnrolled { get; init; }
    public string? Email { get; init; }
    public required bool EmailVerified { get; init; }
    public string? PhoneNumber { get; init; }
    public required bool PhoneNumberVerified { get; init; }
    public string? Username { get; init; }
    public string? DisplayName { get; init; }
    public JsonElement? Custom { get; init; }
    public string? Locale { get; init; }
    public required IReadOnlyList<string> EnrolledVerificationMethods { get; init; }
    public required IReadOnlyList<string> AllowedVerificationMethods { get; init; }
    public string? DefaultVerificationMethod { get; init; }
}
