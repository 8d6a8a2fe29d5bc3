using CleanLogin.WebClient.LoginServer;
using Microsoft.Extensions.Options;

namespace CleanLogin.WebClient.Hosting;

internal static class StrictHeaders
{
    private static readonly object Calls = new();

    public static void AddStrictHeaders(this IServiceCollection services) =>
        services.AddSecurityHeaderPolicies((policies, provider) =>
        {
            var loginServer = provider.GetRequiredService<IOptions<LoginServerOptions>>().Value;
            var strict = For(loginServer);
            policies.SetDefaultPolicy(strict).SetPolicySelector(context =>
                context.HttpContext.Items[Calls] is Uri api ? For(loginServer, api) : strict);
        });

    /// <summary>Lets the scripts of this answer's page run, and call this server and one other. Every other page has no scripts.</summary>
    public static void AllowCallsTo(HttpContext context, Uri api) => context.Items[Calls] = api;

    private static HeaderPolicyCollection For(LoginServerOptions loginServer, Uri? api = null) => new HeaderPolicyCollection()
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
            if (api is not null)
            {
                csp.AddScriptSrc().Self();
                csp.AddConnectSrc().Self().From(api.GetLeftPart(UriPartial.Authority));
            }

            csp.AddBaseUri().None();
            csp.AddFrameAncestors().None();
            // Browsers hold redirects after a form to this list too: sign-in and sign-out are forms that lead to the login server.
            csp.AddFormAction().Self().From(new Uri(loginServer.Authority).GetLeftPart(UriPartial.Authority));
        });
}
