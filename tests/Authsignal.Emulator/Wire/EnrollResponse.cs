namespace CleanLogin.Authsignal.Emulator.Wire;

internal sealed record EnrollResponse(AuthenticatorResponse Authenticator, IReadOnlyList<string>? RecoveryCodes);
