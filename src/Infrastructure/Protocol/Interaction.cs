using CleanLogin.Application.Ports;

namespace CleanLogin.Infrastructure.Protocol;

/// <summary>An authorization request that waits for a login, as the browser's cookie keeps it.</summary>
/// <param name="Fingerprint">A digest of the return URL: with other parameters it is another request.</param>
/// <param name="Context">The request; in the cookie without its return URL, which may be longer than a cookie.</param>
/// <param name="Denial">How it is to be answered, if it is denied.</param>
internal sealed record Interaction(string Fingerprint, AuthorizationContext Context, AuthorizationDenial? Denial);
