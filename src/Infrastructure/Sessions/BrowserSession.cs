using CleanLogin.Application.Ports;
using CleanLogin.Domain.Accounts;
using CleanLogin.Domain.Assurance;
using Microsoft.AspNetCore.Http;

namespace CleanLogin.Infrastructure.Sessions;

/// <summary>The session of the browser whose request is at hand: the cookie, and the row that it names.</summary>
internal sealed class BrowserSession(SessionStore store, RequestOrigin origin, IHttpContextAccessor accessor)
{
    private const string CookieName = "__Host-cleanlogin";

    private LoginSession? _session;
    private bool _read;

    private HttpContext Http => accessor.HttpContext ?? throw new InvalidOperationException("A session belongs to a request.");

    private string? Token => Http.Request.Cookies[CookieName] is { Length: > 0 and <= 128 } token ? token : null;

    /// <summary>
    /// Names the session to applications (<c>sid</c>); null where the browser shows none. A digest of the digest: it tells nothing about
    /// the token.
    /// </summary>
    public string? Reference => Token is { } token ? SessionStore.ReferenceOf(token) : null;

    /// <summary>The session, or null.</summary>
    public async Task<LoginSession?> GetAsync(CancellationToken ct)
    {
        if (!_read)
        {
            _session = Token is { } token && await store.FindAsync(token, ct) is { } record ? Read(record) : null;
            _read = true;
        }

        return _session;
    }

    /// <summary>Begins a session under a new token and ends the one that was there (ASVS 7.2.4).</summary>
    public async Task BeginAsync(LoginCompletion login, CancellationToken ct)
    {
        if (Token is { } old)
        {
            await store.EndAsync(old, ct);
        }

        var (token, expiresAt) = await store.BeginAsync(login, origin.Read(), ct);
        Http.Response.Cookies.Append(CookieName, token, Cookie(login.Ticket.Persistent ? expiresAt : null));
        _session = new LoginSession(login.Ticket.User, login.DisplayName, login.Ticket.Methods, login.Ticket.AuthenticatedAt);
        _read = true;
    }

    /// <summary>Ends the session on the server and forgets the cookie.</summary>
    public async Task EndAsync(CancellationToken ct)
    {
        if (Token is { } token)
        {
            await store.EndAsync(token, ct);
            Http.Response.Cookies.Delete(CookieName, Cookie(null));
        }

        _session = null;
        _read = true;
    }

    // A method that this version does not know proves nothing: then the session counts for nothing either.
    private static LoginSession? Read(SessionRecord record)
    {
        var methods = record.Methods.Split(' ').Select(AuthenticationMethod.Find).ToArray();
        return methods.Contains(null)
            ? null
            : new LoginSession(
                new UserId(record.Subject), record.DisplayName, AuthenticationMethods.Of(methods.OfType<AuthenticationMethod>()), record.AuthenticatedAt);
    }

    // Lax: an application's redirect to the authorization endpoint is a cross-site navigation and has to bring the session along.
    private static CookieOptions Cookie(DateTimeOffset? expires) => new()
    {
        Path = "/",
        Secure = true,
        HttpOnly = true,
        SameSite = SameSiteMode.Lax,
        IsEssential = true,
        Expires = expires,
    };
}
