namespace CleanLogin.Authsignal.Emulator.Wire;

/// <summary>A page of a user query. The last id is there only when more users follow.</summary>
internal sealed record UserPage(IReadOnlyList<UserSummary> Users, string? LastEvaluatedUserId);

internal sealed record UserSummary
{
    public required string UserId { get; init; }
    public string? Email { get; init; }
    public required bool EmailVerified { get; init; }
    public string? PhoneNumber { get; init; }
    public required bool PhoneNumberVerified { get; init; }
    public string? Username { get; init; }
}
