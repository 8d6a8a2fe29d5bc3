using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CleanLogin.Authsignal.Emulator.Wire;

/// <summary>ISO 8601 in UTC with exactly three digits of a second, as in <c>2024-05-13T04:59:02.640Z</c>.</summary>
internal sealed class WireTimeConverter : JsonConverter<DateTimeOffset>
{
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.GetDateTimeOffset();

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
}
