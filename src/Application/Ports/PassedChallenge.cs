using CleanLogin.Domain.Accounts;
using CleanLogin.Domain.Assurance;
using CleanLogin.Domain.Login;
using CleanLogin.Domain.Mfa;

namespace CleanLogin.Application.Ports;

/// <summary>A challenge that was passed.</summary>
public sealed record PassedChallenge(
    LoginTransactionId Transaction, UserId User, MfaChallenge Challenge, AuthenticationMethod Method, DateTimeOffset At);
