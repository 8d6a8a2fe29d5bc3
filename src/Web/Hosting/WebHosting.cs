using CleanLogin.Application.Ports;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;

namespace CleanLogin.Web.Hosting;

internal static class WebHosting
{
    // Forms here are small; whatever is larger is not a login.
    private const int MaxBody = 128 * 1024;
    private const int MaxFieldLength = 32 * 1024;
    private const int MaxFields = 128;

    public static IServiceCollection AddWeb(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddPages();
        services.AddStrictHeaders();
        services.AddNetworkEdge(configuration);
        services.AddHealthChecks();
        services.AddTelemetry(configuration);
        services.AddHsts(hsts =>
        {
            hsts.MaxAge = TimeSpan.FromDays(365);
            hsts.IncludeSubDomains = true;
        });
        return services;
    }

    public static void LimitRequests(this ConfigureWebHostBuilder host) => host.ConfigureKestrel(kestrel =>
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = MaxBody;
    });

    private static void AddPages(this IServiceCollection services)
    {
        services.AddRazorPages(pages => pages.Conventions.ConfigureFilter(new IgnoreAntiforgeryTokenAttribute()))
            .AddMvcOptions(mvc =>
            {
                mvc.Filters.Add<NoStoreFilter>();
                mvc.Filters.Add<VerbFilter>();
                // In the place of the built-in one, which has just been switched off: it refuses the same and answers better.
                mvc.Filters.Add<StaleFormFilter>();
                mvc.Filters.Add<OverloadFilter>();
            });
        services.Configure<FormOptions>(form =>
        {
            form.ValueLengthLimit = MaxFieldLength;
            form.ValueCountLimit = MaxFields;
            form.BufferBodyLengthLimit = MaxBody;
            form.MultipartBodyLengthLimit = MaxBody;
        });
        services.AddAntiforgery(antiforgery =>
        {
            antiforgery.Cookie.Name = "__Host-cleanlogin-form";
            antiforgery.Cookie.SecurePolicy = CookieSecurePolicy.Always;
            // Not Strict: a visitor from another site would get a new cookie, and the forms in other tabs would be void.
            antiforgery.Cookie.SameSite = SameSiteMode.Lax;
            antiforgery.Cookie.Path = "/";
            antiforgery.SuppressXFrameOptionsHeader = true;
        });
    }

    private static int StatusOf(Exception exception) => exception switch
    {
        HashingOverloadedException => StatusCodes.Status503ServiceUnavailable,
        BadHttpRequestException bad => bad.StatusCode,
        AntiforgeryValidationException or InvalidDataException => StatusCodes.Status400BadRequest,
        _ => StatusCodes.Status500InternalServerError,
    };

    public static ExceptionHandlerOptions ErrorPage { get; } = new() { ExceptionHandlingPath = "/Error", StatusCodeSelector = StatusOf };
}
