using CleanLogin.Domain.Login;
using CleanLogin.Domain.Mfa;
using MediatR;

namespace CleanLogin.Application.Login.CompletePasskey;

/// <summary>A person has used a passkey on the login page.</summary>
/// <param name="Token">What the browser got for it; null where it is missing or malformed.</param>
/// <param name="ReturnUrl">Where to go afterwards.</param>
/// <param name="RememberMe">Whether to stay signed in after the browser is closed.</param>
public sealed record CompletePasskeyLogin(ChallengeToken? Token, ReturnUrl ReturnUrl, bool RememberMe)
    : IRequest<CompletePasskeyLoginOutcome>;
