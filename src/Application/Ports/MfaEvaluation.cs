using CleanLogin.Domain.Accounts;
using CleanLogin.Domain.Login;

namespace CleanLogin.Application.Ports;

/// <summary>A login that asks for the provider's decision.</summary>
/// <param name="Transaction">Names the login; fresh, so that it also makes retries safe.</param>
/// <param name="Account">Whose password was verified.</param>
/// <param name="Origin">Where the login comes from.</param>
/// <param name="Callback">Absolute URL to which the browser comes back.</param>
public sealed record MfaEvaluation(LoginTransactionId Transaction, Account Account, LoginOrigin Origin, Uri Callback);
