using CleanLogin.Application.Pipeline;
using CleanLogin.Application.Ports;
using CleanLogin.Domain.Accounts;
using MediatR;

namespace CleanLogin.Application.Accounts.ChangePassword;

/// <summary>
/// A person who is signed in changes their password (ASVS 6.2.2, 6.2.3). The present one proves that it is them; it is counted like one
/// typed at a login.
/// </summary>
/// <param name="Present">The password so far.</param>
/// <param name="Fresh">The new one.</param>
/// <param name="EndOtherSessions">Whether to sign out everywhere else.</param>
/// <param name="Origin">Where the request comes from.</param>
public sealed record ChangePassword(
    SecretField<PlainPassword> Present, SecretField<PlainPassword> Fresh, bool EndOtherSessions, LoginOrigin Origin)
    : IRequest<ChangePasswordOutcome>;
