namespace CleanLogin.Authsignal.Emulator.Wire;

internal sealed record ChallengeIdResponse(string ChallengeId);
