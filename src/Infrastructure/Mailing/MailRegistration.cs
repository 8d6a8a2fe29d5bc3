using CleanLogin.Application.Ports;
using CleanLogin.Infrastructure.Persistence;
using CleanLogin.Infrastructure.Settings;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace CleanLogin.Infrastructure.Mailing;

internal static class MailRegistration
{
    /// <summary>The outbox, and whoever empties it.</summary>
    public static IServiceCollection AddMail(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSettings<MailOptions>(configuration, MailOptions.Section);
        return services
            .AddSingleton<IValidateOptions<MailOptions>, MailOptionsValidator>()
            .AddSingleton(provider => new MailFolder(provider.GetRequiredService<DataFolder>, provider.GetRequiredService<IHostEnvironment>()))
            .AddSingleton<LetterMessages>()
            .AddSingleton(Route)
            .AddSingleton<MailText>()
            .AddSingleton(provider => new MailLayout(provider.GetRequiredService<IOptions<ServerOptions>>().Value.Name))
            .AddSingleton<LetterProtector>()
            .AddSingleton<LetterWriter>()
            .AddSingleton<OutboxStore>()
            .AddSingleton<IOutbox>(provider => provider.GetRequiredService<OutboxStore>())
            .AddSingleton<EventWriter>()
            .AddSingleton<IPickedUpMails, PickedUpMails>()
            .AddHostedService<MailSender>();
    }

    private static MailRoute Route(IServiceProvider services)
    {
        var options = services.GetRequiredService<IOptions<MailOptions>>();
        var messages = services.GetRequiredService<LetterMessages>();
        return new MailRoute(
            options.Value.Host is not null ? new SmtpTransport(options, messages, services.GetRequiredService<TimeProvider>())
            : services.GetRequiredService<MailFolder>().PathFor(options.Value) is { } folder ? new PickupTransport(folder, messages)
            : null);
    }
}
