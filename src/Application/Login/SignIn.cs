using CleanLogin.Application.Ports;
using CleanLogin.Domain.Accounts;
using CleanLogin.Domain.Login;

namespace CleanLogin.Application.Login;

// The one way from a ticket to a session.
internal sealed class SignIn(IAuthorizationServer server, IKnownDevices devices)
{
    public async Task<Continuation> CompleteAsync(SignInTicket ticket, Account account, ReturnUrl returnUrl, CancellationToken ct)
    {
        var context = await server.FindAuthorizationAsync(returnUrl.Value, ct);
        var next = await server.CompleteLoginAsync(new LoginCompletion(ticket, account.DisplayName), context, ct);
        devices.Remember(ticket.User);
        var continuation = next ?? new Continuation(OwnPages.Reachable(returnUrl, context).Value);
        return account.IsPasswordDue ? OwnPages.NewPasswordBefore(continuation) : continuation;
    }
}
