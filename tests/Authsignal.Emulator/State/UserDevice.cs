namespace CleanLogin.Authsignal.Emulator.State;

/// <summary>A device that a user was seen on.</summary>
internal sealed record UserDevice(string Id, DateTimeOffset FirstSeenAt, DateTimeOffset LastSeenAt, bool IsInvalidated);
