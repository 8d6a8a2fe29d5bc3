namespace CleanLogin.Web.Hosting;

// Nothing from other hosts, nothing inline, no frames: what is injected into a page finds nothing to run on (ASVS 3.4).
internal static class SecurityHeaders
{
    private static readonly PathString Callback = "/Account/Login/Callback";

    public static void AddStrictHeaders(this IServiceCollection services)
    {
        var pages = Common().AddReferrerPolicySameOrigin();
        // The address of the callback holds a token: not even our own log may see it as a referrer.
        var callback = Common().AddReferrerPolicyNoReferrer();
        services.AddSecurityHeaderPolicies()
            .SetDefaultPolicy(pages)
            .SetPolicySelector(context => context.HttpContext.Request.Path.StartsWithSegments(Callback, StringComparison.OrdinalIgnoreCase) ? callback : pages);
    }

    private static HeaderPolicyCollection Common() => new HeaderPolicyCollection()
        .AddFrameOptionsDeny()
        .AddContentTypeOptionsNoSniff()
        .AddCrossOriginOpenerPolicy(policy => policy.SameOrigin())
        .AddCrossOriginResourcePolicy(policy => policy.SameOrigin())
        .AddContentSecurityPolicy(csp =>
        {
            csp.AddDefaultSrc().None();
            csp.AddScriptSrc().Self();
            csp.AddStyleSrc().Self();
            csp.AddImgSrc().Self().Data();
            csp.AddConnectSrc().Self();
            // Browsers hold redirects after a form to this too: a POST that leads elsewhere is answered with a page that navigates.
            csp.AddFormAction().Self();
            csp.AddFrameAncestors().None();
            csp.AddBaseUri().None();
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
