using CleanLogin.Application.Ports;
using CleanLogin.Domain.Login;

namespace CleanLogin.Application.Login.GetPage;

/// <summary>The login page.</summary>
/// <param name="ReturnUrl">Where to go afterwards: what was asked for if it is ours, else the start page.</param>
/// <param name="ClientName">The application that asks; null where none does.</param>
/// <param name="LoginHint">The name to be filled in, if the application expects one.</param>
/// <param name="SignedInAs">Who is signed in already, if anybody is.</param>
/// <param name="Passkeys">How the browser is asked for a passkey.</param>
/// <param name="Ceremony">What it is asked with, where this server keeps them.</param>
/// <param name="IsRequestOver">Whether it was opened for a request of an application that nobody waits for any more.</param>
public sealed record LoginPage(
    ReturnUrl ReturnUrl,
    string? ClientName,
    string? LoginHint,
    string? SignedInAs,
    PasskeyOffer Passkeys,
    PasskeyCeremony? Ceremony = null,
    bool IsRequestOver = false);
