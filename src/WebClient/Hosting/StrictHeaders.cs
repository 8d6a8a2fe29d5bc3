using CleanLogin.WebClient.LoginServer;
using Microsoft.Extensions.Options;

namespace CleanLogin.WebClient.Hosting;

internal static class StrictHeaders
{
    public static void AddStrictHeaders(this IServiceCollection services) =>
        services.AddSecurityHeaderPolicies((policies, provider) =>
            policies.SetDefaultPolicy(For(provider.GetRequiredService<IOptions<LoginServerOptions>>().Value)));

    private static HeaderPolicyCollection For(LoginServerOptions loginServer) => new HeaderPolicyCollection()
        .AddFrameOptionsDeny()
        .AddContentTypeOptionsNoSniff()
        .AddReferrerPolicyNoReferrer()
        .AddCrossOriginOpenerPolicy(policy => policy.SameOrigin())
        .AddCrossOriginResourcePolicy(policy => policy.SameOrigin())
        .AddPermissionsPolicy(policy =>
        {
            policy.AddCamera().None();
            policy.AddGeolocation().None();
            policy.AddMicrophone().None();
            policy.AddPayment().None();
            policy.AddUsb().None();
        })
        .AddContentSecurityPolicy(csp =>
        {
            csp.AddDefaultSrc().None();
            csp.AddStyleSrc().Self();
            csp.AddImgSrc().Self();
            csp.AddBaseUri().None();
            csp.AddFrameAncestors().None();
            // Browsers hold redirects after a form to this list too: sign-in and sign-out are forms that lead to the login server.
            csp.AddFormAction().Self().From(new Uri(loginServer.Authority).GetLeftPart(UriPartial.Authority));
        });
}
