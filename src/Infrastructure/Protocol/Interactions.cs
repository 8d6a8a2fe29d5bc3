using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CleanLogin.Application.Ports;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace CleanLogin.Infrastructure.Protocol;

/// <summary>
/// The engine knows a parsed request only inside its own endpoint. So each request that needs a login is kept in a protected cookie of
/// its own, whose id travels in the return URL: tabs do not disturb each other, and nothing is written to the database for a visitor
/// who only looks.
/// </summary>
internal sealed class Interactions(IHttpContextAccessor accessor, IDataProtectionProvider protection, ISecureRandom random)
{
    /// <summary>The parameter of the return URL that names the interaction.</summary>
    public const string Parameter = "interaction";

    private const string CookiePrefix = "__Host-cleanlogin-ix-";
    private const int IdSize = 9;

    // Browsers and servers bound the size of all cookies together; whoever opens more tabs restarts the oldest requests.
    private const int MostCookies = 8;

    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(2);

    private readonly ITimeLimitedDataProtector _protector =
        protection.CreateProtector("CleanLogin.Interactions").ToTimeLimitedDataProtector();

    private HttpContext Http => accessor.HttpContext ?? throw new InvalidOperationException("An interaction belongs to a request.");

    /// <summary>Begins one for the request at hand.</summary>
    public Interaction Begin(AuthorizationContext context)
    {
        // Browsers send the oldest first (RFC 6265 §5.4).
        foreach (var surplus in Http.Request.Cookies.Keys.Where(IsOurs).SkipLast(MostCookies - 1))
        {
            Http.Response.Cookies.Delete(surplus, Cookie());
        }

        var parameters = ParametersOf(Http.Request);
        var id = Base64Url.EncodeToString(random.Next(IdSize));
        var returnUrl = Http.Request.Path + QueryString.Create([.. parameters, KeyValuePair.Create(Parameter, new StringValues(id))]);
        var interaction = new Interaction(FingerprintOf(returnUrl), context with { ReturnUrl = returnUrl }, null);
        Save(id, interaction);
        return interaction;
    }

    /// <summary>The one that this return URL continues in this browser, or null.</summary>
    public Interaction? Find(string? returnUrl)
    {
        if (returnUrl?.IndexOf('?', StringComparison.Ordinal) is not { } mark || mark < 0)
        {
            return null;
        }

        var parameters = QueryHelpers.ParseQuery(returnUrl[mark..]);
        return parameters.TryGetValue(Parameter, out var id) && Read(id.ToString()) is { } interaction
            && string.Equals(interaction.Fingerprint, FingerprintOf(returnUrl), StringComparison.Ordinal)
                ? interaction with { Context = interaction.Context with { ReturnUrl = returnUrl } }
                : null;
    }

    /// <summary>
    /// The one that the request at hand continues, or null. A form is a request of its own, whatever its address says: engines read the
    /// body alone, and an easier request that waits must not stand for it.
    /// </summary>
    public Interaction? FindCurrent() =>
        HttpMethods.IsGet(Http.Request.Method) ? Find(Http.Request.Path + Http.Request.QueryString.Value) : null;

    /// <summary>Marks it as denied; the endpoint answers it so on the next pass.</summary>
    public void Deny(AuthorizationContext context, AuthorizationDenial denial)
    {
        if (Find(context.ReturnUrl) is { } interaction)
        {
            Save(IdOf(context.ReturnUrl), interaction with { Denial = denial });
        }
    }

    /// <summary>Ends it: opening its return URL again begins anew.</summary>
    public void End(Interaction interaction) =>
        Http.Response.Cookies.Delete(CookiePrefix + IdOf(interaction.Context.ReturnUrl), Cookie());

    private static bool IsOurs(string name) => name.StartsWith(CookiePrefix, StringComparison.Ordinal);

    private static string IdOf(string returnUrl) =>
        QueryHelpers.ParseQuery(returnUrl[returnUrl.IndexOf('?', StringComparison.Ordinal)..])[Parameter].ToString();

    private static KeyValuePair<string, StringValues>[] ParametersOf(HttpRequest request) =>
        [.. (HttpMethods.IsPost(request.Method) ? request.Form.AsEnumerable() : request.Query).Where(pair => pair.Key != Parameter)];

    private static string FingerprintOf(string returnUrl) =>
        Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(returnUrl)));

    private Interaction? Read(string id)
    {
        if (Http.Request.Cookies[CookiePrefix + id] is not { Length: > 0 } cookie)
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize<Interaction>(_protector.Unprotect(cookie));
        }
        catch (Exception unreadable) when (unreadable is CryptographicException or JsonException)
        {
            // Expired, or not made by us: then the request simply begins anew.
            return null;
        }
    }

    private void Save(string id, Interaction interaction)
    {
        var kept = interaction with { Context = interaction.Context with { ReturnUrl = string.Empty } };
        Http.Response.Cookies.Append(CookiePrefix + id, _protector.Protect(JsonSerializer.Serialize(kept), Lifetime), Cookie());
    }

    private static CookieOptions Cookie() => new()
    {
        Path = "/",
        Secure = true,
        HttpOnly = true,
        SameSite = SameSiteMode.Lax,
        IsEssential = true,
    };
}
