using CleanLogin.Application.Mfa.BeginTotpEnrolment;
using CleanLogin.Domain.Login;

namespace CleanLogin.Web.Session;

/// <summary>The login that a URL names, and what this browser holds to prove that it began it.</summary>
internal readonly record struct PendingLogin(LoginTransactionId Id, BrowserSecret? Secret)
{
    // A browser may send any number of cookies; each costs a look at the database.
    private const int MostOthers = 4;

    /// <summary>An id that is malformed becomes the one that no login has: it is answered like one that is over.</summary>
    public static PendingLogin From(HttpContext context, string? tx)
    {
        _ = LoginTransactionId.TryParse(tx, out var id);
        return new PendingLogin(id, LoginCookie.Read(context, id));
    }

    /// <summary>Other logins that this browser says it began.</summary>
    public IReadOnlyList<EarlierLogin> OthersOf(HttpContext context)
    {
        var own = Id;
        return [.. LoginCookie.List(context).Where(id => id != own).Take(MostOthers)
            .Select(id => new EarlierLogin(id, LoginCookie.Read(context, id)))];
    }
}
