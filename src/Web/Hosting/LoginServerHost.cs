using CleanLogin.Application;
using CleanLogin.Infrastructure;
using CleanLogin.Web.Composition;

namespace CleanLogin.Web.Hosting;

/// <summary>The login server.</summary>
internal static class LoginServerHost
{
    /// <summary>Builds it from its settings, without looking at them: whoever starts it has them checked first, all at once.</summary>
    /// <param name="args">Settings.</param>
    /// <param name="quiet">Whether nothing is logged, since what is printed is for a person to read.</param>
    public static WebApplication Build(string[] args, bool quiet = false)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = args,
            // Pages are found by this name, also when another program is the entry point.
            ApplicationName = typeof(LoginServerHost).Assembly.GetName().Name,
        });

        // Everywhere, not only in Development: a service that cannot be built stops the host at start, not a person at login.
        builder.Host.UseDefaultServiceProvider(provider => provider.ValidateOnBuild = provider.ValidateScopes = true);
        builder.WebHost.LimitRequests();

        builder.Services.AddApplication();
        builder.Services.AddInfrastructure(builder.Configuration, builder.Environment, ProtocolEngine.Create());
        builder.Services.AddWeb(builder.Configuration);
        if (quiet)
        {
            builder.Logging.ClearProviders();
        }

        return builder.Build();
    }
}
