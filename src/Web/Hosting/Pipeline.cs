using CleanLogin.Infrastructure;
using CleanLogin.Infrastructure.Mfa;
using CleanLogin.Web.Api;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;

namespace CleanLogin.Web.Hosting;

internal static class Pipeline
{
    private const int YearInSeconds = 31536000;

    public static void UseWeb(this WebApplication app)
    {
        // First, or everything after it sees the proxy's address and scheme.
        app.UseForwardedHeaders();
        // Outermost of what answers, so that error pages carry the headers too.
        app.UseSecurityHeaders();
        if (!app.Environment.IsDevelopment())
        {
            app.UseHsts();
        }

        // In Development as well: a visitor never sees a stack trace, the log has it.
        app.UseExceptionHandler(WebHosting.ErrorPage);
        app.UseStatusCodePagesWithReExecute("/Error");
        // Before authentication: style and script cost no look-up of a session.
        app.UseStaticFiles(new StaticFileOptions { OnPrepareResponse = context => CacheVersioned(context.Context) });
        // Before authentication, which answers discovery, keys and errors of the engine.
        app.UseAuthorizationServerCors();
        app.UseRouting();
        app.UseAuthorizationServer();
        app.UseAuthorization();
        app.MapHealth();
        app.MapAuthorizationServer();
        app.MapMfaProvider();
        app.MapPasskeyApi();
        app.MapRazorPages();
    }

    // The name changes with the content (asp-append-version), so a browser may keep it.
    private static void CacheVersioned(HttpContext context) =>
        context.Response.Headers.CacheControl =
            context.Request.Query.ContainsKey("v") ? $"public, max-age={YearInSeconds}, immutable" : "no-cache";

    private static void MapHealth(this WebApplication app)
    {
        // Alive: the process answers. Ready: what it depends on answers too.
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false });
        app.MapHealthChecks("/health/ready");
    }
}
