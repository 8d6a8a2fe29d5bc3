namespace CleanLogin.Authsignal.Emulator.Control;

/// <summary>Names an action that is to end as if its user had been through the pre-built UI.</summary>
public sealed record CompletedAction
{
    public required string UserId { get; init; }
    public required string Action { get; init; }
    public required string IdempotencyKey { get; init; }

    /// <summary>State to end in.</summary>
    public string State { get; init; } = Wire.ActionStates.ChallengeSucceeded;

    public string VerificationMethod { get; init; } = Wire.VerificationMethods.AuthenticatorApp;
}
