using CleanLogin.WebClient.LoginServer;
using Microsoft.AspNetCore.Mvc;

namespace CleanLogin.WebClient.Hosting;

internal static class Pipeline
{
    public static void AddPages(this IServiceCollection services)
    {
        services.AddRazorPages().AddMvcOptions(o =>
            // Every page may show who is signed in: none may come back out of a cache after the sign-out.
            o.Filters.Add(new ResponseCacheAttribute { NoStore = true, Location = ResponseCacheLocation.None }));
        services.AddAntiforgery(o =>
        {
            o.Cookie.Name = "__Host-webclient-antiforgery";
            o.Cookie.SecurePolicy = CookieSecurePolicy.Always;
        });
    }

    public static void UseWebClient(this WebApplication app)
    {
        // Outermost, so that error pages carry the headers too.
        app.UseSecurityHeaders();
        if (!app.Environment.IsDevelopment())
        {
            app.UseHsts();
        }

        // In Development as well: a visitor never sees a stack trace, the log has it.
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandlingPath = "/Error",
            StatusCodeSelector = e => LoginServerFault.IsUnreachable(e)
                ? StatusCodes.Status503ServiceUnavailable
                : StatusCodes.Status500InternalServerError,
        });
        app.UseStatusCodePagesWithReExecute("/Error");
        app.UseStaticFiles();
        app.UseRouting();
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapRazorPages();
    }
}
