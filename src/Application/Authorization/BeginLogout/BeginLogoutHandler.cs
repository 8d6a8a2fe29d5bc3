using CleanLogin.Application.Ports;
using MediatR;

namespace CleanLogin.Application.Authorization.BeginLogout;

internal sealed class BeginLogoutHandler(IAuthorizationServer server) : IRequestHandler<BeginLogout, LogoutContext>
{
    public async Task<LogoutContext> Handle(BeginLogout request, CancellationToken cancellationToken) =>
        await server.GetLogoutAsync(request.LogoutId, cancellationToken);
}
