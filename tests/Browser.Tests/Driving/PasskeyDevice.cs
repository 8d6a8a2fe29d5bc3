using System.Text.Json;
using Microsoft.Playwright;

namespace CleanLogin.Browser.Tests.Driving;

/// <summary>A virtual authenticator of a browser's page.</summary>
internal sealed class PasskeyDevice
{
    private readonly ICDPSession _devTools;
    private readonly string _id;

    private PasskeyDevice(ICDPSession devTools, string id) => (_devTools, _id) = (devTools, id);

    /// <param name="devTools">Of the page.</param>
    /// <param name="verifies">Whether the device checks who uses it.</param>
    /// <param name="backedUp">Whether its keys may be synchronised.</param>
    public static async Task<PasskeyDevice> AddAsync(ICDPSession devTools, bool verifies = true, bool backedUp = false)
    {
        await devTools.SendAsync("WebAuthn.enable");
        var options = new
        {
            protocol = "ctap2",
            transport = "internal",
            hasResidentKey = true,
            hasUserVerification = verifies,
            isUserVerified = verifies,
            defaultBackupEligibility = backedUp,
            defaultBackupState = backedUp,
            automaticPresenceSimulation = true,
        };
        var added = await devTools.SendAsync("WebAuthn.addVirtualAuthenticator", new Dictionary<string, object> { ["options"] = options });
        return new PasskeyDevice(devTools, added!.Value.GetProperty("authenticatorId").GetString()!);
    }

    /// <summary>Whether the person touches the device when it asks.</summary>
    public Task AnswerAsync(bool answers) => _devTools.SendAsync(
        "WebAuthn.setAutomaticPresenceSimulation", new Dictionary<string, object> { ["authenticatorId"] = _id, ["enabled"] = answers });

    /// <summary>Takes the device away; gives the key that it held.</summary>
    public async Task<JsonElement> UnplugAsync()
    {
        var held = await _devTools.SendAsync("WebAuthn.getCredentials", Named());
        await _devTools.SendAsync("WebAuthn.removeVirtualAuthenticator", Named());
        return held!.Value.GetProperty("credentials")[0];
    }

    /// <summary>Puts a key into this device, as somebody would who has copied it.</summary>
    public async Task HoldAsync(JsonElement key, int counter)
    {
        var credential = JsonSerializer.Deserialize<Dictionary<string, object>>(key.GetRawText())!;
        credential["signCount"] = counter;
        await _devTools.SendAsync("WebAuthn.addCredential", new Dictionary<string, object>(Named()) { ["credential"] = credential });
    }

    private Dictionary<string, object> Named() => new() { ["authenticatorId"] = _id };

    /// <summary>The person behind the device is not recognised any more.</summary>
    public Task RefusePersonAsync() => _devTools.SendAsync(
        "WebAuthn.setUserVerified", new Dictionary<string, object> { ["authenticatorId"] = _id, ["isUserVerified"] = false });
}
