namespace CleanLogin.Authsignal.Emulator.Wire;

/// <summary>
/// What an action is configured to lead to. An outcome is not a state: a challenge of somebody without authenticator is ALLOW.
/// </summary>
public static class Outcomes
{
    public const string Allow = "ALLOW";
    public const string Block = "BLOCK";
    public const string Challenge = "CHALLENGE";
    public const string Review = "REVIEW";

    internal static readonly string[] All = [Allow, Block, Challenge, Review];
}
