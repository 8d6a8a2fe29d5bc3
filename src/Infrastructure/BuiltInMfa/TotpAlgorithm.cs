using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CleanLogin.Application;
using CleanLogin.Application.Ports;
using CleanLogin.Domain.Authenticators;
using OtpNet;
using QRCoder;

namespace CleanLogin.Infrastructure.BuiltInMfa;

internal sealed class TotpAlgorithm(ServiceName service) : ITotpAlgorithm
{
    private const int PixelsPerModule = 6;

    public long? FindStep(TotpSecret secret, TotpCode code, IReadOnlyList<long> steps)
    {
        ArgumentNullException.ThrowIfNull(secret);
        ArgumentNullException.ThrowIfNull(code);
        ArgumentNullException.ThrowIfNull(steps);
        var totp = new Totp(secret.Reveal().ToArray(), (int)TotpWindow.Step.TotalSeconds, OtpHashMode.Sha1, TotpCode.Digits);
        var typed = Encoding.ASCII.GetBytes(code.Reveal());
        long? found = null;

        // All steps are compared, so that the time tells nothing about which one it was.
        foreach (var step in steps)
        {
            var right = totp.ComputeTotp(DateTimeOffset.FromUnixTimeSeconds(step * (long)TotpWindow.Step.TotalSeconds).UtcDateTime);
            if (CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(right), typed))
            {
                found ??= step;
            }
        }

        return found;
    }

    public TotpEnrolmentView Describe(TotpSecret secret, string accountName)
    {
        ArgumentNullException.ThrowIfNull(secret);
        var text = Base32Encoding.ToString(secret.Reveal().ToArray()).TrimEnd('=');
        var label = Uri.EscapeDataString(service.Value) + ":" + Uri.EscapeDataString(accountName);
        var uri = string.Create(
            CultureInfo.InvariantCulture,
            $"otpauth://totp/{label}?secret={text}&issuer={Uri.EscapeDataString(service.Value)}&algorithm=SHA1&digits={TotpCode.Digits}&period=30");
        return new TotpEnrolmentView(text, uri, Draw(uri));
    }

    private static string Draw(string uri)
    {
        using var data = QRCodeGenerator.GenerateQrCode(uri, QRCodeGenerator.ECCLevel.M);
        using var code = new SvgQRCode(data);

        // The white quiet zone belongs to the picture, so that it can be scanned from a dark page as well.
        return code.GetGraphic(PixelsPerModule, "#000000", "#ffffff", drawQuietZones: true, SvgQRCode.SizingMode.ViewBoxAttribute);
    }
}
