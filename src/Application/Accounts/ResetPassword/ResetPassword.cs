using CleanLogin.Application.Pipeline;
using CleanLogin.Domain.Accounts;
using MediatR;

namespace CleanLogin.Application.Accounts.ResetPassword;

/// <summary>Whoever got the mail has chosen a new password.</summary>
/// <param name="Token">What the mail said; null where the address holds none.</param>
/// <param name="Password">The new password.</param>
public sealed record ResetPassword(ResetToken? Token, SecretField<PlainPassword> Password) : IRequest<ResetPasswordOutcome>;
