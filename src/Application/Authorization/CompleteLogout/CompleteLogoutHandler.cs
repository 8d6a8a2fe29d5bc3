using CleanLogin.Application.Ports;
using MediatR;

namespace CleanLogin.Application.Authorization.CompleteLogout;

internal sealed class CompleteLogoutHandler(IAuthorizationServer server) : IRequestHandler<CompleteLogout, LogoutCompletion>
{
    public async Task<LogoutCompletion> Handle(CompleteLogout request, CancellationToken cancellationToken) =>
        await server.CompleteLogoutAsync(request.LogoutId, cancellationToken);
}
