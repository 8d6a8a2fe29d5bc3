using CleanLogin.WebClient.Hosting;
using CleanLogin.WebClient.LoginServer;
using CleanLogin.WebClient.SignIn;

namespace CleanLogin.WebClient;

/// <summary>The sample application: a plain OpenID Connect client of a login server.</summary>
public static class WebClientHost
{
    /// <summary>
    /// Name of the HTTP client that carries everything the application asks the login server itself: discovery, keys, tokens, userinfo.
    /// Whoever hosts the application may give that client another primary handler; nothing else about it is meant to be changed.
    /// </summary>
    public const string BackChannel = "login-server";

    /// <summary>
    /// Builds the application, ready to be started. Needs the settings <c>Authority</c>, <c>ClientId</c> and <c>ClientSecret</c>;
    /// with a fault among them this throws an <see cref="Microsoft.Extensions.Options.OptionsValidationException"/> that names each one.
    /// </summary>
    /// <param name="args">Settings, as on the command line: <c>--Authority=https://… --urls=https://…</c>.</param>
    /// <param name="configure">Called last, so that a host can replace services.</param>
    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? configure = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = args,
            // Pages are found by this name, also when another program is the entry point.
            ApplicationName = typeof(WebClientHost).Assembly.GetName().Name,
        });
        builder.Host.UseDefaultServiceProvider(o => o.ValidateOnBuild = o.ValidateScopes = true);
        builder.WebHost.ConfigureKestrel(o => o.AddServerHeader = false);
        builder.Environment.WebRootFileProvider = EmbeddedAssets.Provider;

        builder.Services.AddLoginServer(builder.Configuration);
        builder.Services.AddSignIn();
        builder.Services.AddPages();
        builder.Services.AddStrictHeaders();
        configure?.Invoke(builder);

        var app = builder.Build();
        app.UseWebClient();
        return app;
    }
}
