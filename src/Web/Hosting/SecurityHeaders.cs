using CleanLogin.Application.Login;
using CleanLogin.Application.Ports;
using CleanLogin.Infrastructure.Protocol;
using NetEscapades.AspNetCore.SecurityHeaders.Infrastructure;

namespace CleanLogin.Web.Hosting;

// Nothing from other hosts, nothing inline, no frames: what is injected into a page finds nothing to run on (ASVS 3.4).
internal static class SecurityHeaders
{
    // To which a provider or a mail sends browsers with a token in the address.
    private static readonly PathString[] ComingBack =
        [ServerAddress.CallbackPath, ServerAddress.EnrolmentReturnPath, ServerAddress.PasswordResetPath];
    private static readonly PathString Authorize = "/connect/authorize";
    private static readonly PathString LoginPage = "/Account/Login";

    public static void AddStrictHeaders(this IServiceCollection services) =>
        services.AddSecurityHeaderPolicies((policies, provider) => AddPolicies(policies, ServiceOf(provider), provider.GetRequiredService<IProtocolEngine>()));

    private static void AddPolicies(SecurityHeaderPolicyBuilder policies, Uri? passkeys, IProtocolEngine engine)
    {
        var pages = Strict(FromHere).AddReferrerPolicySameOrigin();
        // The script of whoever keeps the passkeys speaks to its own server, from this page alone.
        var login = passkeys is null ? pages : Strict(FromHere, passkeys).AddReferrerPolicySameOrigin();
        // Not even our own log may see such an address as a referrer.
        var comingBack = Strict(FromHere).AddReferrerPolicyNoReferrer();

        // An application may ask for its answer by a form that sends itself (OAuth 2.0 Form Post Response Mode §2).
        var formPost = Strict(csp => FromEngine(csp, engine)).AddReferrerPolicySameOrigin();
        policies
            .SetDefaultPolicy(pages)
            .SetPolicySelector(context => context.HttpContext.Request.Path switch
            {
                var path when ComingBack.Any(address => path.StartsWithSegments(address, StringComparison.OrdinalIgnoreCase)) => comingBack,
                var path when path.Equals(LoginPage, StringComparison.OrdinalIgnoreCase) => login,
                var path when path.StartsWithSegments(Authorize, StringComparison.OrdinalIgnoreCase) => formPost,
                _ => pages,
            });
    }

    // Browsers hold redirects after a form to form-action too: a POST that leads elsewhere is answered with a page that navigates.
    private static void FromHere(CspBuilder csp)
    {
        csp.AddScriptSrc().Self();
        csp.AddFormAction().Self();
    }

    // Which application it goes to, the engine has checked.
    private static void FromEngine(CspBuilder csp, IProtocolEngine engine)
    {
        csp.AddScriptSrc().WithHash256(engine.FormPostScriptDigest);
        csp.AddFormAction().OverHttps().From("http://localhost:*").From("http://127.0.0.1:*");
    }

    private static Uri? ServiceOf(IServiceProvider provider)
    {
        using var scope = provider.CreateScope();
        return scope.ServiceProvider.GetRequiredService<IPasskeyProvider>().Offer.Match<Uri?>(_ => null, hosted => hosted.Api, _ => null);
    }

    private static HeaderPolicyCollection Strict(Action<CspBuilder> scriptsAndForms, Uri? calls = null) => new HeaderPolicyCollection()
        .AddFrameOptionsDeny()
        .AddContentTypeOptionsNoSniff()
        .AddCrossOriginOpenerPolicy(policy => policy.SameOrigin())
        .AddCrossOriginResourcePolicy(policy => policy.SameOrigin())
        .AddContentSecurityPolicy(csp =>
        {
            csp.AddDefaultSrc().None();
            csp.AddStyleSrc().Self();
            csp.AddImgSrc().Self().Data();
            var connections = csp.AddConnectSrc().Self();
            if (calls is not null)
            {
                connections.From(calls.GetLeftPart(UriPartial.Authority));
            }

            csp.AddFrameAncestors().None();
            csp.AddBaseUri().None();
            scriptsAndForms(csp);
        })
        .AddPermissionsPolicy(policy =>
        {
            policy.AddCamera().None();
            policy.AddGeolocation().None();
            policy.AddMicrophone().None();
            policy.AddPayment().None();
            policy.AddUsb().None();
            policy.AddPublickeyCredentialsGet().Self();
            policy.AddCustomFeature("publickey-credentials-create").Self();
        });
}
