using CleanLogin.Application.Ports;
using CleanLogin.Domain.Accounts;
using CleanLogin.Domain.Login;
using MediatR;

namespace CleanLogin.Application.Login.GetPage;

internal sealed class GetLoginPageHandler(IAuthorizationServer server, IPasskeyProvider passkeys, IOwnPasskeys own)
    : IRequestHandler<GetLoginPage, LoginPage>
{
    public async Task<LoginPage> Handle(GetLoginPage request, CancellationToken cancellationToken)
    {
        var context = await server.FindAuthorizationAsync(request.ReturnUrl, cancellationToken);
        var session = await server.GetSessionAsync(cancellationToken);

        // A request of the engine counts only if the engine knows it; any other local page is fine as it is.
        var returnUrl = ReturnUrl.Parse(context?.ReturnUrl ?? request.ReturnUrl) ?? ReturnUrl.Home;
        var isOver = OwnPages.IsOver(returnUrl, context);
        return new LoginPage(
            OwnPages.Reachable(returnUrl, context),
            context?.ClientName,
            Username.Parse(context?.LoginHint)?.Value,
            session?.DisplayName,
            passkeys.Offer,
            passkeys.Offer is PasskeyOffer.OwnPages ? await own.AskAsync(new PasskeyAsk.SignIn(), cancellationToken) : null,
            isOver);
    }
}
