using CleanLogin.Application.Authenticators;
using CleanLogin.Domain.Accounts;
using MediatR;

namespace CleanLogin.Application.Accounts.GetPasswordRules;

internal sealed class GetPasswordRulesHandler(StepUp person, PasswordPolicy policy) : IRequestHandler<GetPasswordRules, GetPasswordRulesOutcome>
{
    public async Task<GetPasswordRulesOutcome> Handle(GetPasswordRules request, CancellationToken cancellationToken) =>
        await person.CheckAsync(cancellationToken) is { Present: { } account }
            ? new GetPasswordRulesOutcome.Shown(account.Username, policy.MinLength, account.IsPasswordDue)
            : new GetPasswordRulesOutcome.SignedOut();
}
