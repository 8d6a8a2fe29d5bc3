using System.Text.Json;

namespace CleanLogin.Authsignal.Emulator.Wire;

internal sealed record TrackRequest
{
    public string? IdempotencyKey { get; init; }
    public string? RedirectUrl { get; init; }
    public bool? RedirectToSettings { get; init; }
    public string? Email { get; init; }
    public string? PhoneNumber { get; init; }
    public string? Username { get; init; }
    public string? IpAddress { get; init; }
    public string? UserAgent { get; init; }
    public string? DeviceId { get; init; }
    public string? Scope { get; init; }
    public JsonElement? Custom { get; init; }
    public string? ChallengeId { get; init; }
    public string? Locale { get; init; }
    public string? CustomDomain { get; init; }
}
