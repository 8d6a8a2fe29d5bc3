using System.Security.Cryptography;
using CleanLogin.Authsignal.Emulator.State;

namespace CleanLogin.Authsignal.Emulator.Challenges;

internal static class RecoveryCodes
{
    private const int Count = 10;
    private const int Length = 12;
    private const string Alphabet = "abcdefghjkmnpqrstuvwxyz23456789";

    /// <summary>Gives the user a fresh set, in place of any older one.</summary>
    public static IReadOnlyList<string> Issue(TenantUser user)
    {
        string[] codes = [.. Enumerable.Range(0, Count).Select(_ => RandomNumberGenerator.GetString(Alphabet, Length))];
        user.ReplaceRecoveryCodes(codes);
        return codes;
    }
}
