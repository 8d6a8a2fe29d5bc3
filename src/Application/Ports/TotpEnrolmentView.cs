namespace CleanLogin.Application.Ports;

/// <summary>What the enrolment page shows. All of it is the secret: never logged, never cached.</summary>
public sealed class TotpEnrolmentView(string secret, string uri, string qrCodeSvg)
{
    /// <summary>The secret in base32, without padding.</summary>
    public string Secret => secret;

    /// <summary>The <c>otpauth://totp/</c> URI.</summary>
    public string Uri => uri;

    /// <summary>The URI as a QR code: an SVG element.</summary>
    public string QrCodeSvg => qrCodeSvg;

    /// <summary>Redacted.</summary>
    public override string ToString() => nameof(TotpEnrolmentView);
}
