using CleanLogin.Application.Ports;

namespace CleanLogin.Infrastructure.OpenIddict;

/// <summary>An authorization request that waits for a login, as the browser's cookie keeps it.</summary>
/// <param name="Fingerprint">A digest of the request's parameters: with others it is another request.</param>
/// <param name="Context">The request.</param>
/// <param name="Denial">How it is to be answered, if it is denied.</param>
internal sealed record Interaction(string Fingerprint, AuthorizationContext Context, AuthorizationDenial? Denial);
