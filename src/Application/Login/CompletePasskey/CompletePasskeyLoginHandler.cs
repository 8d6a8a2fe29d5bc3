using CleanLogin.Application.Ports;
using CleanLogin.Domain.Login;
using CleanLogin.Domain.Mfa;
using CleanLogin.Domain.SecurityEvents;
using MediatR;

namespace CleanLogin.Application.Login.CompletePasskey;

internal sealed class CompletePasskeyLoginHandler(
    IPasskeyProvider passkeys,
    MfaPolicy policy,
    IAccounts accounts,
    ILoginTransactions transactions,
    ISecurityEvents events,
    IAuthorizationServer server,
    SignIn signIn,
    ISecureRandom random,
    TimeProvider time)
    : IRequestHandler<CompletePasskeyLogin, CompletePasskeyLoginOutcome>
{
    public async Task<CompletePasskeyLoginOutcome> Handle(CompletePasskeyLogin request, CancellationToken cancellationToken)
    {
        if (request.Token is null || passkeys.Offer.SignInAction is not { } action)
        {
            return new CompletePasskeyLoginOutcome.Denied(DenialReason.UnknownToken);
        }

        var verdict = policy.Judge(await passkeys.VerifyAsync(request.Token, cancellationToken));
        return await verdict.Match(
            passed => CompleteAsync(request, action, passed, cancellationToken),
            failed => DenyAsync(failed.Reason, cancellationToken),
            // Nothing is known about whoever sends these, so nothing is written: a stranger could fill the database.
            unknown => Refuse(DenialReason.UnknownToken),
            abandoned => Refuse(DenialReason.ChallengeAbandoned),
            unavailable => Refuse(DenialReason.ProviderUnavailable));
    }

    private async Task<CompletePasskeyLoginOutcome> CompleteAsync(
        CompletePasskeyLogin request, string action, ChallengeVerdict.Passed passed, CancellationToken ct)
    {
        var context = await server.FindAuthorizationAsync(request.ReturnUrl.Value, ct);
        if (RequiredAssurance.Of(context, request.ReturnUrl) is not { } required)
        {
            return new CompletePasskeyLoginOutcome.Denied(DenialReason.AssuranceNotMet);
        }

        if (await accounts.FindAsync(passed.User, ct) is not { } account)
        {
            return await DenyAsync(DenialReason.AccountUnusable, ct);
        }

        var login = LoginTransaction.ByPasskey(
            account,
            passed,
            action,
            new LoginRequest(request.ReturnUrl, required, request.RememberMe),
            BrowserSecret.From(random.Next(BrowserSecret.Size)),
            time.GetUtcNow());
        // To be read before the save, which takes the events away.
        var reason = login.Events.OfType<LoginDenied>().SingleOrDefault()?.Reason;

        // The same use of a passkey has the same name: whoever brings it a second time does not get past here.
        if (!await transactions.SaveAsync(login, ct))
        {
            return new CompletePasskeyLoginOutcome.Denied(DenialReason.AlreadyUsed);
        }

        if (login.Ticket is { } ticket)
        {
            return new CompletePasskeyLoginOutcome.SignedIn(await signIn.CompleteAsync(ticket, account, login.ReturnUrl, ct));
        }

        return reason is DenialReason.UnsupportedMethod && passed.Method.IsPhishingResistant
            ? new CompletePasskeyLoginOutcome.PasswordNeeded(account.Username.Value)
            : new CompletePasskeyLoginOutcome.Denied(reason!.Value);
    }

    private async Task<CompletePasskeyLoginOutcome> DenyAsync(DenialReason reason, CancellationToken ct)
    {
        await events.RecordAsync(new LoginDenied(time.GetUtcNow(), User: null, Transaction: null, reason), ct);
        return new CompletePasskeyLoginOutcome.Denied(reason);
    }

    private static Task<CompletePasskeyLoginOutcome> Refuse(DenialReason reason) =>
        Task.FromResult<CompletePasskeyLoginOutcome>(new CompletePasskeyLoginOutcome.Denied(reason));
}
