using CleanLogin.Application.Ports;
using Microsoft.Extensions.DependencyInjection;

namespace CleanLogin.Infrastructure.Devices;

internal static class DevicesRegistration
{
    public static IServiceCollection AddDevices(this IServiceCollection services) =>
        services.AddHttpContextAccessor().AddScoped<IKnownDevices, KnownDevicesCookie>();
}
