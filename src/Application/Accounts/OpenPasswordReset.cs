using CleanLogin.Application.Ports;
using CleanLogin.Domain.Accounts;

namespace CleanLogin.Application.Accounts;

// The account that a way to a new password leads to.
internal sealed class OpenPasswordReset(IPasswordResets resets, IAccounts accounts)
{
    public async Task<Account?> FindAsync(ResetToken? token, CancellationToken ct) =>
        token is not null
        && await resets.FindAsync(token, ct) is { } user
        && await accounts.FindAsync(user, ct) is { IsActive: true } account
            ? account
            : null;
}
