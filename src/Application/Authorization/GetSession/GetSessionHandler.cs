using CleanLogin.Application.Ports;
using MediatR;

namespace CleanLogin.Application.Authorization.GetSession;

internal sealed class GetSessionHandler(IAuthorizationServer server) : IRequestHandler<GetSession, LoginSession?>
{
    public async Task<LoginSession?> Handle(GetSession request, CancellationToken cancellationToken) =>
        await server.GetSessionAsync(cancellationToken);
}
