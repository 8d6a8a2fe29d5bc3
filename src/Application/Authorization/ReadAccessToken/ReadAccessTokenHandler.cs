using CleanLogin.Application.Ports;
using MediatR;

namespace CleanLogin.Application.Authorization.ReadAccessToken;

internal sealed class ReadAccessTokenHandler(IAuthorizationServer server) : IRequestHandler<ReadAccessToken, AccessTokenReading>
{
    public async Task<AccessTokenReading> Handle(ReadAccessToken request, CancellationToken cancellationToken) =>
        await server.ReadAccessTokenAsync(request.Scope, cancellationToken);
}
