using System.Security.Cryptography;
using OtpNet;

namespace CleanLogin.Authsignal.Emulator.Challenges;

/// <summary>RFC 6238 with the usual six digits and thirty seconds, one step of clock difference either way.</summary>
internal static class TotpCodes
{
    private const int SecretBytes = 20;
    private static readonly VerificationWindow Window = new(previous: 1, future: 1);

    public static string NewSecret() => Base32Encoding.ToString(RandomNumberGenerator.GetBytes(SecretBytes));

    public static bool IsSecret(string text)
    {
        try
        {
            return Base32Encoding.ToBytes(text).Length > 0;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    /// <summary>Tells the time step of a right code, for whoever has to remember that it was used.</summary>
    public static bool Matches(string secret, string code, DateTimeOffset now, out long step) =>
        new Totp(Base32Encoding.ToBytes(secret)).VerifyTotp(now.UtcDateTime, code, out step, Window);
}
