using CleanLogin.Domain.Login;

namespace CleanLogin.Application.Ports;

/// <summary>A login that succeeded and was saved.</summary>
/// <param name="Ticket">The right to one session; <c>amr</c>, <c>acr</c> and <c>auth_time</c> are derived from it.</param>
/// <param name="DisplayName">What the person is called.</param>
/// <param name="IdentityProvider">Who verified the password; <c>local</c> for this server.</param>
public sealed record LoginCompletion(SignInTicket Ticket, string DisplayName, string IdentityProvider = "local");
