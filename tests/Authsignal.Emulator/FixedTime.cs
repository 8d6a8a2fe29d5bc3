using System.Security.Cryptography;
using System.Text;

namespace CleanLogin.Authsignal.Emulator;

internal static class FixedTime
{
    public static bool Equal(string left, string right) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(left), Encoding.UTF8.GetBytes(right));
}
