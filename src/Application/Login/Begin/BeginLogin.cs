using CleanLogin.Application.Pipeline;
using CleanLogin.Application.Ports;
using CleanLogin.Domain.Accounts;
using CleanLogin.Domain.Login;
using MediatR;

namespace CleanLogin.Application.Login.Begin;

/// <summary>A person has typed user name and password.</summary>
/// <param name="Username">The name as typed.</param>
/// <param name="Password">The password.</param>
/// <param name="ReturnUrl">Where to go afterwards.</param>
/// <param name="RememberMe">Whether to stay signed in after the browser is closed.</param>
/// <param name="Origin">Where the request comes from.</param>
public sealed record BeginLogin(
    string? Username, SecretField<PlainPassword> Password, ReturnUrl ReturnUrl, bool RememberMe, LoginOrigin Origin)
    : IRequest<BeginLoginOutcome>;
