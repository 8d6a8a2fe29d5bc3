using CleanLogin.Domain.Authenticators;

namespace CleanLogin.Application.Ports;

/// <summary>An authenticator app.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Secret">The shared secret.</param>
/// <param name="LastAcceptedStep">The newest time step that was accepted.</param>
public sealed record TotpAuthenticator(AuthenticatorId Id, TotpSecret Secret, long LastAcceptedStep);
