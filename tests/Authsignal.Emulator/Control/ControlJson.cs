using System.Text.Json;
using System.Text.Json.Serialization;

namespace CleanLogin.Authsignal.Emulator.Control;

/// <summary>JSON of the control API. It is strict, since a misspelt knob that is silently ignored costs somebody an hour.</summary>
internal static class ControlJson
{
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        WriteIndented = true,
    };
}
