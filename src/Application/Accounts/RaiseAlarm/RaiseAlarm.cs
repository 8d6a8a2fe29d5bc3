using MediatR;

namespace CleanLogin.Application.Accounts.RaiseAlarm;

/// <summary>
/// Whoever is signed in says that something in their account was not them. A session is enough for it, however old: it lets nobody in.
/// </summary>
public sealed record RaiseAlarm : IRequest<RaiseAlarmOutcome>;
