using OtpNet;

namespace CleanLogin.Browser.Tests.Driving;

/// <summary>The person's authenticator app, on the clock of the server.</summary>
internal sealed class AuthenticatorApp(string secret, TimeProvider time)
{
    private readonly Totp _totp = new(Base32Encoding.ToBytes(secret.Replace(" ", "", StringComparison.Ordinal).Trim()));

    public string Code => _totp.ComputeTotp(time.GetUtcNow().UtcDateTime);
}
