using CleanLogin.Application.Ports;

namespace CleanLogin.Application.Passkeys.GetShelf;

/// <summary>The place of passkeys on the page of authenticators.</summary>
/// <param name="MayAdd">Whether this server keeps passkeys and this person may add one.</param>
/// <param name="Signal">What the browser may tell whoever keeps its passkeys; null where there is nothing to tell.</param>
public sealed record PasskeyShelf(bool MayAdd, PasskeySignal? Signal);
