using CleanLogin.Application.Ports;
using CleanLogin.Domain.Accounts;
using MediatR;

namespace CleanLogin.Application.Accounts.ResetPassword;

internal sealed class ResetPasswordHandler(
    OpenPasswordReset open,
    IPasswordResets resets,
    PasswordPolicy policy,
    IPasswordHasher hasher,
    IHashingScheduler hashing,
    IKnownDevices devices)
    : IRequestHandler<ResetPassword, ResetPasswordOutcome>
{
    public async Task<ResetPasswordOutcome> Handle(ResetPassword request, CancellationToken cancellationToken)
    {
        var password = request.Password.Value
            ?? throw new ArgumentException("The validator lets no missing password through.", nameof(request));
        if (request.Token is not { } token || await open.FindAsync(token, cancellationToken) is not { } account)
        {
            return new ResetPasswordOutcome.Gone();
        }

        return await IsStillTheDueOneAsync(account, password, cancellationToken)
            ? new ResetPasswordOutcome.Weak(PasswordFault.Unchanged, policy.MinLength)
            : await policy.Check(password, account).Match<Task<ResetPasswordOutcome>>(
            accepted => CompleteAsync(token, account, accepted.Password, cancellationToken),
            refused => Task.FromResult<ResetPasswordOutcome>(new ResetPasswordOutcome.Weak(refused.Fault, policy.MinLength)));
    }

    // Whoever is to choose a new one because somebody else may know the present one does not get by with that.
    private async Task<bool> IsStillTheDueOneAsync(Account account, PlainPassword password, CancellationToken ct) =>
        account is { IsPasswordDue: true, Digest: { } present }
        && await hashing.RunAsync(() => hasher.Verify(present, password), ct) is not PasswordMatch.No;

    private async Task<ResetPasswordOutcome> CompleteAsync(ResetToken token, Account account, NewPassword password, CancellationToken ct)
    {
        var fresh = await hashing.RunAsync(() => password.Hash(hasher), ct);
        if (!await resets.CompleteAsync(token, account, fresh, ct))
        {
            return new ResetPasswordOutcome.Gone();
        }

        // Or whoever goes on guessing would keep the owner from using the new password.
        devices.Remember(account.Id);
        return new ResetPasswordOutcome.Done();
    }
}
