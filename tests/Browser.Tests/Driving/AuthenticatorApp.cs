using OtpNet;

namespace CleanLogin.Browser.Tests.Driving;

/// <summary>The person's authenticator app, on the clock of the server.</summary>
internal sealed class AuthenticatorApp(string secret, TimeProvider time)
{
    private readonly Totp _totp = new(Base32Encoding.ToBytes(secret.Replace(" ", "", StringComparison.Ordinal).Trim()));

    /// <summary>The code that the app shows now.</summary>
    public string Code => LastShown = _totp.ComputeTotp(time.GetUtcNow().UtcDateTime);

    /// <summary>The code that was looked at last: half a minute later the app shows another.</summary>
    public string LastShown { get; private set; } = string.Empty;
}
