using CleanLogin.Authsignal.Emulator.Api;
using CleanLogin.Authsignal.Emulator.Challenges;
using CleanLogin.Authsignal.Emulator.Client;
using CleanLogin.Authsignal.Emulator.Control;
using CleanLogin.Authsignal.Emulator.Knobs;
using CleanLogin.Authsignal.Emulator.State;
using CleanLogin.Authsignal.Emulator.Tokens;
using CleanLogin.Authsignal.Emulator.Ui;
using CleanLogin.Authsignal.Emulator.Webhooks;

namespace CleanLogin.Authsignal.Emulator.Hosting;

/// <summary>Puts the emulator together, for its own process as well as for somebody else's.</summary>
internal static class EmulatorApplication
{
    public static WebApplication Build(WebApplicationBuilder builder, TimeProvider time)
    {
        var settings = new EmulatorSettings();
        builder.Configuration.GetSection(EmulatorSettings.Section).Bind(settings, binder => binder.ErrorOnUnknownConfiguration = true);
        return Build(builder, settings, time);
    }

    public static WebApplication Build(WebApplicationBuilder builder, EmulatorSettings settings, TimeProvider time)
    {
        // ASP.NET Core logs request lines at Information, and the pre-built UI has tokens in its addresses.
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        AddServices(builder.Services, settings, time);

        var app = builder.Build();
        app.UseApi();
        app.UseRouting();
        app.MapControlApi();
        app.MapPrebuiltUi();
        return app;
    }

    private static void AddServices(IServiceCollection services, EmulatorSettings settings, TimeProvider time)
    {
        services.AddRouting();
        services.AddRazorComponents();
        services.AddSingleton(settings);
        services.AddSingleton<KnobStore>();
        services.AddSingleton<TimeProvider>(provider => new EmulatorClock(time, provider.GetRequiredService<KnobStore>()));
        services.AddSingleton<Tenant>();
        services.AddSingleton<ActionTokens>();
        services.AddServerApi();
        services.AddClientApi();
        services.AddChallenges();
        services.AddWebhooks();
        services.AddPrebuiltUi();
        services.AddControl();
    }
}
