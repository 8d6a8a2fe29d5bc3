using CleanLogin.Domain.Login;

namespace CleanLogin.Web.Session;

/// <summary>
/// Holds the secret that proves that a browser began a login: one cookie for each login, so that tabs do not disturb each other. Lax,
/// since the way back from a hosted challenge is a navigation from another site.
/// </summary>
internal static class LoginCookie
{
    private const string Prefix = "__Host-cleanlogin-tx-";

    public static BrowserSecret? Read(HttpContext context, LoginTransactionId id) =>
        BrowserSecret.Parse(context.Request.Cookies[Prefix + id]);

    /// <summary>The logins that this browser has such a cookie for.</summary>
    public static IEnumerable<LoginTransactionId> List(HttpContext context)
    {
        foreach (var name in context.Request.Cookies.Keys)
        {
            if (name.StartsWith(Prefix, StringComparison.Ordinal) && LoginTransactionId.TryParse(name[Prefix.Length..], out var id))
            {
                yield return id;
            }
        }
    }

    public static void Write(HttpContext context, LoginTransactionId id, BrowserSecret secret, DateTimeOffset expiresAt) =>
        context.Response.Cookies.Append(Prefix + id, secret.RevealForCookie(), Options(expiresAt));

    public static void Delete(HttpContext context, LoginTransactionId id) =>
        context.Response.Cookies.Delete(Prefix + id, Options(null));

    /// <summary>Kept only where the same login can still be finished, such as after a visit to the challenge that was broken off.</summary>
    public static void DeleteIfOver(HttpContext context, LoginTransactionId id, DenialReason reason)
    {
        if (reason is not (DenialReason.ChallengeAbandoned or DenialReason.UnknownToken or DenialReason.ProviderUnavailable))
        {
            Delete(context, id);
        }
    }

    private static CookieOptions Options(DateTimeOffset? expiresAt) => new()
    {
        Secure = true,
        HttpOnly = true,
        SameSite = SameSiteMode.Lax,
        Path = "/",
        Expires = expiresAt,
        IsEssential = true,
    };
}
