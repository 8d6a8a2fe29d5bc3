namespace CleanLogin.Authsignal.Emulator.Wire;

/// <summary>
/// What a tracked action can be in. Strings and not an enum: the service adds values without notice,
/// and the emulator has to be able to say one that nobody knows.
/// </summary>
public static class ActionStates
{
    public const string Allow = "ALLOW";
    public const string Block = "BLOCK";
    public const string ChallengeRequired = "CHALLENGE_REQUIRED";
    public const string ChallengeSucceeded = "CHALLENGE_SUCCEEDED";
    public const string ChallengeFailed = "CHALLENGE_FAILED";
    public const string ReviewRequired = "REVIEW_REQUIRED";
    public const string ReviewSucceeded = "REVIEW_SUCCEEDED";
    public const string ReviewFailed = "REVIEW_FAILED";

    internal static readonly string[] All =
    [
        Allow, Block, ChallengeRequired, ChallengeSucceeded, ChallengeFailed, ReviewRequired, ReviewSucceeded, ReviewFailed,
    ];
}
