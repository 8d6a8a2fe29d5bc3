using System.Text.Json;
using System.Text.Json.Serialization;

namespace CleanLogin.Authsignal.Emulator.Wire;

/// <summary>How the service writes JSON: camelCase, absent instead of null, times with milliseconds.</summary>
internal static class WireJson
{
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        NumberHandling = JsonNumberHandling.Strict,
        Converters = { new WireTimeConverter() },
    };
}
