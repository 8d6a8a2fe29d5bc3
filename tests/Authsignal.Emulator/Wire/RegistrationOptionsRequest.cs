using Fido2NetLib.Objects;

namespace CleanLogin.Authsignal.Emulator.Wire;

internal sealed record RegistrationOptionsRequest
{
    public string? Username { get; init; }
    public string? DisplayName { get; init; }
    public AuthenticatorAttachment? AuthenticatorAttachment { get; init; }
}
