using CleanLogin.Domain.Login;
using MediatR;

namespace CleanLogin.Application.Mfa.GetRecoveryCodes;

/// <summary>The recovery codes that were made in this login, for as long as it lives. Changes nothing.</summary>
public sealed record GetRecoveryCodes(LoginTransactionId Transaction, BrowserSecret? Secret) : IRequest<GetRecoveryCodesOutcome>;
