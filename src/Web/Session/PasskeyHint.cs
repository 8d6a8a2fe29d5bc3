namespace CleanLogin.Web.Session;

/// <summary>
/// What the login page's script has found out: that this device can make passkeys. A hint for whom to ask, never evidence: whoever makes it up
/// is shown a page that does not work for them.
/// </summary>
internal static class PasskeyHint
{
    private const string Name = "__Host-cleanlogin-passkeys";

    public static bool IsIn(HttpContext context) => context.Request.Cookies.ContainsKey(Name);
}
