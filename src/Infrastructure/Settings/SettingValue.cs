using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace CleanLogin.Infrastructure.Settings;

/// <summary>Single values, stricter than the framework: it takes a number for the name of a choice, and "24" for 24 days.</summary>
internal static class SettingValue
{
    /// <summary>Whether a setting of this type is one value.</summary>
    public static bool IsSingle(Type type) =>
        type == typeof(string) || type == typeof(TimeSpan) || type == typeof(int) || type == typeof(bool) || type.IsEnum;

    /// <summary>What is wrong with the value, if anything. One that is not given is not wrong here.</summary>
    public static IEnumerable<ShapeFault> Faults(IConfigurationSection setting, Type type)
    {
        if (setting.Value is { } value && !IsReadable(value, type))
        {
            yield return new ShapeFault(setting.Path, $"{setting.Path} must be {Wanted(type)}, not '{value}'.");
        }
    }

    private static bool IsReadable(string value, Type type) =>
        type == typeof(string)
        || (type == typeof(TimeSpan) && value.Contains(':', StringComparison.Ordinal) && TimeSpan.TryParse(value, CultureInfo.InvariantCulture, out _))
        || (type == typeof(int) && int.TryParse(value, NumberStyles.Integer, CultureInfo.InvariantCulture, out _))
        || (type == typeof(bool) && bool.TryParse(value, out _))
        || (type.IsEnum && Enum.GetNames(type).Contains(value, StringComparer.OrdinalIgnoreCase));

    private static string Wanted(Type type) =>
        type.IsEnum ? string.Join(" or ", Enum.GetNames(type))
        : type == typeof(TimeSpan) ? "a time as hours:minutes:seconds, such as 01:30:00, or days.hours:minutes:seconds"
        : type == typeof(int) ? "a whole number"
        : "true or false";
}
