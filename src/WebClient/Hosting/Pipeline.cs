using CleanLogin.WebClient.LoginServer;

namespace CleanLogin.WebClient.Hosting;

internal static class Pipeline
{
    public static void AddPages(this IServiceCollection services)
    {
        services.AddRazorPages().AddMvcOptions(o => o.Filters.Add<NoStoreFilter>());
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
