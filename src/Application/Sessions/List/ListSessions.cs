using MediatR;

namespace CleanLogin.Application.Sessions.List;

/// <summary>Where whoever is signed in at this browser is signed in. Changes nothing.</summary>
public sealed record ListSessions : IRequest<ListSessionsOutcome>;
