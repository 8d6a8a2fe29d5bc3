using CleanLogin.Application.Ports;
using MediatR;

namespace CleanLogin.Application.Authorization.GetError;

internal sealed class GetProtocolErrorHandler(IAuthorizationServer server) : IRequestHandler<GetProtocolError, ProtocolError?>
{
    public async Task<ProtocolError?> Handle(GetProtocolError request, CancellationToken cancellationToken) =>
        await server.GetErrorAsync(request.ErrorId, cancellationToken);
}
