namespace CleanLogin.Authsignal.Emulator.State;

/// <summary>The three parts that together name one tracked action.</summary>
internal readonly record struct ActionKey(string UserId, string Action, string IdempotencyKey);
