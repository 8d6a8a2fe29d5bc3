using OtpNet;

namespace CleanLogin.Authsignal.Emulator.Tests;

/// <summary>The authenticator app of a test's user.</summary>
internal static class Totp
{
    public static string Code(string secret, DateTimeOffset at) =>
        new OtpNet.Totp(Base32Encoding.ToBytes(secret)).ComputeTotp(at.UtcDateTime);

    /// <summary>A code that is wrong now and in the steps around.</summary>
    public static string WrongCode(string secret, DateTimeOffset at)
    {
        var right = Enumerable.Range(-1, 3).Select(step => Code(secret, at.AddSeconds(30 * step))).ToHashSet();
        return new[] { "000000", "111111", "222222", "333333" }.First(code => !right.Contains(code));
    }
}
