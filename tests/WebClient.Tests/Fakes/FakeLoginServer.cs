using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Web;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace CleanLogin.WebClient.Tests.Fakes;

/// <summary>The back channel of a login server, played by a message handler: discovery, keys, tokens, userinfo.</summary>
internal sealed class FakeLoginServer : HttpMessageHandler
{
    public const string Issuer = "https://login.test";

    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly ConcurrentDictionary<string, Dictionary<string, object>> _idTokens = new();

    public bool IsDown { get; set; }

    public bool IsOverloaded { get; set; }

    public bool RefusesTokens { get; set; }

    public bool OffersOfflineAccess { get; set; } = true;

    public bool OffersPasskeys { get; set; }

    public ConcurrentQueue<string> SeenAuthorizations { get; } = new();

    /// <summary>The token library reads the system's clock, so the times in tokens have to come from there.</summary>
    public static long Now => TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();

    public static Dictionary<string, object> PasswordLogin() => new()
    {
        ["sub"] = "user-1",
        ["name"] = "Alice",
        ["email"] = "alice@example.org",
        ["auth_time"] = Now,
        ["amr"] = new[] { "pwd" },
        ["acr"] = "urn:cleanlogin:aal1",
    };

    public static Dictionary<string, object> TwoFactorLogin() => new(PasswordLogin())
    {
        ["amr"] = new[] { "pwd", "otp", "mfa" },
        ["acr"] = "urn:cleanlogin:aal2",
    };

    public string IssueCode(string nonce, Dictionary<string, object> claims)
    {
        var code = $"code-{_idTokens.Count + 1}";
        _idTokens[code] = new Dictionary<string, object>(claims) { ["nonce"] = nonce };
        return code;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (IsDown)
        {
            throw new HttpRequestException("Connection refused");
        }

        if (IsOverloaded)
        {
            return new HttpResponseMessage(HttpStatusCode.ServiceUnavailable);
        }

        return request.RequestUri!.AbsolutePath switch
        {
            "/.well-known/openid-configuration" => Json(Discovery()),
            "/jwks" => Json(new { keys = new[] { PublicKey() } }),
            "/userinfo" => UserInfo(request),
            "/api/passkeys" or "/api/passkeys/enrolment" or "/api/passkeys/enrolment/completion" => Passkeys(request),
            "/token" => Token(HttpUtility.ParseQueryString(await request.Content!.ReadAsStringAsync(cancellationToken))),
            _ => new HttpResponseMessage(HttpStatusCode.NotFound),
        };
    }

    protected override void Dispose(bool disposing)
    {
        _key.Dispose();
        base.Dispose(disposing);
    }

    public static HttpResponseMessage Json(object body, HttpStatusCode status = HttpStatusCode.OK) =>
        new(status) { Content = JsonContent.Create(body) };

    private object Discovery() => new
    {
        issuer = Issuer,
        authorization_endpoint = $"{Issuer}/authorize",
        token_endpoint = $"{Issuer}/token",
        userinfo_endpoint = $"{Issuer}/userinfo",
        end_session_endpoint = $"{Issuer}/logout",
        jwks_uri = $"{Issuer}/jwks",
        scopes_supported = (string[])["openid", .. OffersOfflineAccess ? ["offline_access"] : Array.Empty<string>(), .. OffersPasskeys ? ["passkeys"] : Array.Empty<string>()],
    };

    private object PublicKey()
    {
        var point = _key.ExportParameters(includePrivateParameters: false).Q;
        return new { kty = "EC", crv = "P-256", kid = "k", x = Base64UrlEncoder.Encode(point.X), y = Base64UrlEncoder.Encode(point.Y) };
    }

    /// <summary>What the API about passkeys answers, by its path.</summary>
    public Dictionary<string, Func<HttpResponseMessage>> PasskeyAnswers { get; } = [];

    /// <summary>An answer of the API that says why a token is not enough.</summary>
    public static HttpResponseMessage Challenge(HttpStatusCode status, string challenge)
    {
        var answer = new HttpResponseMessage(status);
        answer.Headers.WwwAuthenticate.ParseAdd("Bearer " + challenge);
        return answer;
    }

    private HttpResponseMessage Passkeys(HttpRequestMessage request)
    {
        SeenAuthorizations.Enqueue(request.Headers.Authorization!.ToString());
        return PasskeyAnswers.TryGetValue(request.RequestUri!.AbsolutePath, out var answer) ? answer() : new HttpResponseMessage(HttpStatusCode.NotFound);
    }

    private HttpResponseMessage UserInfo(HttpRequestMessage request)
    {
        SeenAuthorizations.Enqueue(request.Headers.Authorization!.ToString());
        return RefusesTokens
            ? new HttpResponseMessage(HttpStatusCode.Unauthorized)
            : Json(new { sub = "user-1", name = "Alice", email_verified = true });
    }

    private HttpResponseMessage Token(System.Collections.Specialized.NameValueCollection form)
    {
        if (RefusesTokens)
        {
            return Json(new { error = "invalid_grant" }, HttpStatusCode.BadRequest);
        }

        return form["grant_type"] == "refresh_token"
            ? Json(new { access_token = "access-2", refresh_token = "refresh-2", token_type = "Bearer", expires_in = 3600 })
            : Json(new
            {
                access_token = "access-1",
                refresh_token = "refresh-1",
                token_type = "Bearer",
                expires_in = 60,
                id_token = IdToken(form["client_id"]!, _idTokens[form["code"]!]),
            });
    }

    private string IdToken(string audience, Dictionary<string, object> claims) => new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
    {
        Issuer = Issuer,
        Audience = audience,
        Claims = claims,
        SigningCredentials = new SigningCredentials(new ECDsaSecurityKey(_key) { KeyId = "k" }, SecurityAlgorithms.EcdsaSha256),
    });
}
