using CleanLogin.Application.Ports;
using CleanLogin.Domain.Login;
using MediatR;

namespace CleanLogin.Application.Login.Cancel;

internal sealed class CancelLoginHandler(IAuthorizationServer server) : IRequestHandler<CancelLogin, Continuation>
{
    public async Task<Continuation> Handle(CancelLogin request, CancellationToken cancellationToken) =>
        await server.FindAuthorizationAsync(request.ReturnUrl.Value, cancellationToken) is { } context
            ? await server.DenyAsync(context, AuthorizationDenial.AccessDenied, cancellationToken)
            : new Continuation(ReturnUrl.Home.Value);
}
