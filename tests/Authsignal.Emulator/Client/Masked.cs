namespace CleanLogin.Authsignal.Emulator.Client;

/// <summary>Enough of an address for its owner to know it again.</summary>
internal static class Masked
{
    private const string Hidden = "****";
    private const int Shown = 2;

    public static string Email(string address)
    {
        var at = address.LastIndexOf('@');
        return at < 0 ? Hidden : $"{address[..Math.Min(1, at)]}{Hidden}{address[at..]}";
    }

    public static string Phone(string number) => $"{Hidden}{number[Math.Max(0, number.Length - Shown)..]}";
}
