using CleanLogin.Domain.Accounts;
using MediatR;

namespace CleanLogin.Application.Accounts.GetPasswordReset;

/// <summary>What the page for a new password shows. Nothing is used up by looking, however often and by whomever.</summary>
/// <param name="Token">What the mail said; null where the address holds none.</param>
public sealed record GetPasswordReset(ResetToken? Token) : IRequest<GetPasswordResetOutcome>;
