namespace CleanLogin.Application.Ports;

/// <summary>What the login page needs to ask a browser for a passkey. Nothing of it is a secret.</summary>
/// <param name="Api">Where the provider's script makes its calls.</param>
/// <param name="Tenant">Whose passkeys.</param>
/// <param name="Action">What they are asked for under; only such a use signs in.</param>
public sealed record PasskeyOffer(Uri Api, string Tenant, string Action);
