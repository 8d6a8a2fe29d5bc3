using CleanLogin.Domain.Accounts;
using MediatR;

namespace CleanLogin.Application.Accounts.GetPasswordReset;

internal sealed class GetPasswordResetHandler(OpenPasswordReset resets, PasswordPolicy policy)
    : IRequestHandler<GetPasswordReset, GetPasswordResetOutcome>
{
    public async Task<GetPasswordResetOutcome> Handle(GetPasswordReset request, CancellationToken cancellationToken) =>
        await resets.FindAsync(request.Token, cancellationToken) is { } account
            ? new GetPasswordResetOutcome.Open(account.Username.Value, policy.MinLength)
            : new GetPasswordResetOutcome.Gone();
}
