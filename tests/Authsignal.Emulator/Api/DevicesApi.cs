using CleanLogin.Authsignal.Emulator.Knobs;
using CleanLogin.Authsignal.Emulator.State;
using CleanLogin.Authsignal.Emulator.Wire;

namespace CleanLogin.Authsignal.Emulator.Api;

/// <summary>The devices that a user was seen on, and what the tenant has set up.</summary>
internal sealed class DevicesApi(Tenant tenant, KnobStore knobs)
{
    public ApiResult List(string userId) => ApiResult.Ok(tenant.FindUser(userId) is { } user
        ? user.Devices.Select(device => new DeviceResponse(device.Id, device.FirstSeenAt, device.LastSeenAt, device.IsInvalidated)).ToList()
        : []);

    public ApiResult Invalidate(string userId, string deviceId) => tenant.FindUser(userId)?.Invalidate(deviceId) is true
        ? ApiResult.Ok(new SuccessResponse())
        : ApiResult.NotFound("There is no such device.");

    public ApiResult Configurations() => ApiResult.Ok(knobs.Current.AllowedVerificationMethods
        .Select(method => new AuthenticatorConfigurationResponse(method, IsEnabled: true))
        .ToList());
}
