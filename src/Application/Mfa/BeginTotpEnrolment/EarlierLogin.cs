using CleanLogin.Domain.Login;

namespace CleanLogin.Application.Mfa.BeginTotpEnrolment;

/// <summary>Another login, and what the browser holds to prove that it began it.</summary>
public sealed record EarlierLogin(LoginTransactionId Transaction, BrowserSecret? Secret);
