using Microsoft.Playwright;

namespace CleanLogin.Browser.Tests.Driving;

/// <summary>A virtual authenticator of a browser's page.</summary>
internal sealed class PasskeyDevice
{
    private readonly ICDPSession _devTools;
    private readonly string _id;

    private PasskeyDevice(ICDPSession devTools, string id) => (_devTools, _id) = (devTools, id);

    public static async Task<PasskeyDevice> AddAsync(ICDPSession devTools)
    {
        await devTools.SendAsync("WebAuthn.enable");
        var options = new
        {
            protocol = "ctap2",
            transport = "internal",
            hasResidentKey = true,
            hasUserVerification = true,
            isUserVerified = true,
            automaticPresenceSimulation = true,
        };
        var added = await devTools.SendAsync("WebAuthn.addVirtualAuthenticator", new Dictionary<string, object> { ["options"] = options });
        return new PasskeyDevice(devTools, added!.Value.GetProperty("authenticatorId").GetString()!);
    }

    /// <summary>Whether the person touches the device when it asks.</summary>
    public Task AnswerAsync(bool answers) => _devTools.SendAsync(
        "WebAuthn.setAutomaticPresenceSimulation", new Dictionary<string, object> { ["authenticatorId"] = _id, ["enabled"] = answers });

    /// <summary>The person behind the device is not recognised any more.</summary>
    public Task RefusePersonAsync() => _devTools.SendAsync(
        "WebAuthn.setUserVerified", new Dictionary<string, object> { ["authenticatorId"] = _id, ["isUserVerified"] = false });
}
