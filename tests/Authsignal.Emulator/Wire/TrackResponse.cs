namespace CleanLogin.Authsignal.Emulator.Wire;

internal sealed record TrackResponse
{
    public required string IdempotencyKey { get; init; }
    public required string State { get; init; }
    public required string Url { get; init; }
    public required string Token { get; init; }
    public required bool IsEnrolled { get; init; }
    public required IReadOnlyList<string> EnrolledVerificationMethods { get; init; }
    public required IReadOnlyList<string> AllowedVerificationMethods { get; init; }
    public string? DefaultVerificationMethod { get; init; }
}
