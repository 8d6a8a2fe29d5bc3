namespace CleanLogin.Authsignal.Emulator.Wire;

internal sealed record SuccessResponse(bool Success = true);
