using CleanLogin.WebClient.LoginServer;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace CleanLogin.WebClient.SignIn;

internal static class SignInRegistration
{
    public const string Scheme = OpenIdConnectDefaults.AuthenticationScheme;

    public static void AddSignIn(this IServiceCollection services)
    {
        services.AddAuthentication(o =>
            {
                o.DefaultScheme = CookieAuthenticationDefaults.AuthenticationScheme;
                o.DefaultChallengeScheme = Scheme;
            })
            .AddCookie(KeepSession)
            .AddOpenIdConnect(Scheme, SpeakCodeFlow);
        services.AddOptions<OpenIdConnectOptions>(Scheme).Configure<IOptions<LoginServerOptions>, IHttpClientFactory>(NameLoginServer);
        services.AddScoped<SignInEvents>();
        services.AddScoped<TokenSession>();
        services.AddSingleton(TimeProvider.System);
    }

    private static void KeepSession(CookieAuthenticationOptions o)
    {
        o.Cookie.Name = "__Host-webclient";
        o.Cookie.SecurePolicy = CookieSecurePolicy.Always;
        o.Cookie.HttpOnly = true;
        // The way back from the login server is a top-level GET, which Lax lets through.
        o.Cookie.SameSite = SameSiteMode.Lax;
        o.ExpireTimeSpan = TimeSpan.FromHours(1);
        o.SlidingExpiration = true;
    }

    private static void SpeakCodeFlow(OpenIdConnectOptions o)
    {
        o.ResponseType = OpenIdConnectResponseType.Code;
        // The answer arrives by GET, so no cookie of the flow has to be SameSite=None.
        o.ResponseMode = OpenIdConnectResponseMode.Query;
        o.CorrelationCookie.SameSite = SameSiteMode.Lax;
        o.NonceCookie.SameSite = SameSiteMode.Lax;
        o.UsePkce = true;
        o.Scope.Clear();
        foreach (var scope in (string[])["openid", "profile", "email", "api1"])
        {
            o.Scope.Add(scope);
        }

        o.SaveTokens = true;
        // Claims keep the names that the standard gives them; `sub` is the key of a person, everything else may change.
        o.MapInboundClaims = false;
        o.TokenValidationParameters.NameClaimType = "name";
        o.TokenValidationParameters.RoleClaimType = "role";
        o.GetClaimsFromUserInfoEndpoint = true;
        // Dropped by default, but how somebody signed in is what this application is about.
        o.ClaimActions.Remove("acr");
        o.EventsType = typeof(SignInEvents);
    }

    private static void NameLoginServer(OpenIdConnectOptions o, IOptions<LoginServerOptions> loginServer, IHttpClientFactory http)
    {
        o.Authority = loginServer.Value.Authority;
        o.ClientId = loginServer.Value.ClientId;
        o.ClientSecret = loginServer.Value.ClientSecret;
        o.Backchannel = http.CreateClient(WebClientHost.BackChannel);
    }
}
