using MediatR;

namespace CleanLogin.Application.Sessions.EndOthers;

/// <summary>A person signs every browser out but the one at hand. A session is enough for it, however old.</summary>
public sealed record EndOtherSessions : IRequest<EndOtherSessionsOutcome>;
