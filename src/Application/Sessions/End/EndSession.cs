using CleanLogin.Application.Ports;
using MediatR;

namespace CleanLogin.Application.Sessions.End;

/// <summary>
/// A person signs another browser of theirs out. A session is enough for it, however old: whoever wants a stranger out must not be held up.
/// </summary>
/// <param name="Session">Which; null where what was sent names none.</param>
public sealed record EndSession(SessionReference? Session) : IRequest<EndSessionOutcome>;
