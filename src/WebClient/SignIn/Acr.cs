namespace CleanLogin.WebClient.SignIn;

/// <summary>The levels of assurance that this application understands, weakest first.</summary>
internal static class Acr
{
    public const string Aal2 = "urn:cleanlogin:aal2";

    /// <summary>Phishing-resistant, and the same with a hardware-protected key (OpenID Connect EAP ACR Values 1.0).</summary>
    private static readonly string[] WeakestFirst = ["urn:cleanlogin:aal1", Aal2, "phr", "phrh"];

    /// <summary>Whether a login at level <paramref name="reached"/> is at least <paramref name="wanted"/>. An unknown level reaches nothing.</summary>
    public static bool Reaches(string? reached, string wanted)
    {
        var rank = Array.IndexOf(WeakestFirst, reached);
        var needed = Array.IndexOf(WeakestFirst, wanted);
        return rank >= 0 && needed >= 0 && rank >= needed;
    }
}
