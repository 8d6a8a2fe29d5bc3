using CleanLogin.Authsignal.Emulator.State;

namespace CleanLogin.Authsignal.Emulator.Client;

/// <summary>What the token of a caller stands for at this moment.</summary>
internal sealed record ClientSession(TrackedAction Action, TenantUser User);
