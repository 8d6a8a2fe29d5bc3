using CleanLogin.Application.Login;

namespace CleanLogin.Web.Hosting;

// Nothing from other hosts, nothing inline, no frames: what is injected into a page finds nothing to run on (ASVS 3.4).
internal static class SecurityHeaders
{
    // To which a provider sends browsers back with a token in the address.
    private static readonly PathString[] ComingBack = [ServerAddress.CallbackPath, ServerAddress.EnrolmentReturnPath];
    private static readonly PathString Authorize = "/connect/authorize";

    // document.form.submit(); – the engine's whole script, in its answer by form_post.
    private const string FormPostScript = "j7OoGArf6XW6YY4cAyS3riSSvrJRqpSi1fOF9vQ5SrI=";

    public static void AddStrictHeaders(this IServiceCollection services)
    {
        var pages = Strict(FromHere).AddReferrerPolicySameOrigin();
        // Not even our own log may see such an address as a referrer.
        var comingBack = Strict(FromHere).AddReferrerPolicyNoReferrer();

        // An application may ask for its answer by a form that sends itself (OAuth 2.0 Form Post Response Mode §2).
        var formPost = Strict(FromEngine).AddReferrerPolicySameOrigin();
        services.AddSecurityHeaderPolicies()
            .SetDefaultPolicy(pages)
            .SetPolicySelector(context => context.HttpContext.Request.Path switch
            {
                var path when ComingBack.Any(address => path.StartsWithSegments(address, StringComparison.OrdinalIgnoreCase)) => comingBack,
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
    private static void FromEngine(CspBuilder csp)
    {
        csp.AddScriptSrc().WithHash256(FormPostScript);
        csp.AddFormAction().OverHttps().From("http://localhost:*").From("http://127.0.0.1:*");
    }

    private static HeaderPolicyCollection Strict(Action<CspBuilder> scriptsAndForms) => new HeaderPolicyCollection()
        .AddFrameOptionsDeny()
        .AddContentTypeOptionsNoSniff()
        .AddCrossOriginOpenerPolicy(policy => policy.SameOrigin())
        .AddCrossOriginResourcePolicy(policy => policy.SameOrigin())
        .AddContentSecurityPolicy(csp =>
        {
            csp.AddDefaultSrc().None();
            csp.AddStyleSrc().Self();
            csp.AddImgSrc().Self().Data();
            csp.AddConnectSrc().Self();
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
