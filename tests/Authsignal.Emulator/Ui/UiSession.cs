using CleanLogin.Authsignal.Emulator.State;

namespace CleanLogin.Authsignal.Emulator.Ui;

/// <summary>What a valid token opens: one action of one user.</summary>
internal sealed record UiSession(string Token, TrackedAction Action, TenantUser User);
