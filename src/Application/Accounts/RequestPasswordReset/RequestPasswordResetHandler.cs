using CleanLogin.Application.Login;
using CleanLogin.Application.Mails;
using CleanLogin.Application.Ports;
using CleanLogin.Domain.Accounts;
using MediatR;

namespace CleanLogin.Application.Accounts.RequestPasswordReset;

internal sealed class RequestPasswordResetHandler(
    IAccounts accounts, IPasswordResets resets, IOutbox outbox, MailBudget budget, ISecureRandom random, ServerAddress address)
    : IRequestHandler<RequestPasswordReset, RequestPasswordResetOutcome>
{
    public async Task<RequestPasswordResetOutcome> Handle(RequestPasswordReset request, CancellationToken cancellationToken)
    {
        if (!outbox.IsOpen)
        {
            return new RequestPasswordResetOutcome.NoMail();
        }

        if (await budget.ChargeAsync(request.Origin, cancellationToken) is { } pause)
        {
            return new RequestPasswordResetOutcome.Throttled(pause);
        }

        // Looked up both ways and written down in any case: neither the answer nor its time tells whether there is such an account.
        var name = Username.Parse(request.Name) ?? throw new ArgumentException("The validator lets no such name through.", nameof(request));
        var named = await accounts.FindAsync(name, cancellationToken);
        var addressed = EmailAddress.Parse(request.Name) is { } email ? await accounts.FindAsync(email, cancellationToken) : null;
        var account = Writable(named) ?? Writable(addressed);

        var token = ResetToken.From(random.Next(ResetToken.Size));
        var start = new PasswordResetStart(
            account?.Id.Value ?? name.Value.ToUpperInvariant(), account?.Id, EmailAddress.Parse(account?.Email), token);
        var mail = new Mail.PasswordReset(address.PasswordResetFor(token), account?.Username.Value ?? name.Value);
        await resets.BeginAsync(start, mail, cancellationToken);
        return new RequestPasswordResetOutcome.Asked();
    }

    // Who has no password is not given one by whoever reads their mail; an address that was never confirmed may be anybody's.
    private static Account? Writable(Account? account) =>
        account is { IsActive: true, Digest: not null, EmailVerified: true } && EmailAddress.Parse(account.Email) is not null ? account : null;
}
