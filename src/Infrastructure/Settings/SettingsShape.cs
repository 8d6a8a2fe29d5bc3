using System.Reflection;
using Microsoft.Extensions.Configuration;

namespace CleanLogin.Infrastructure.Settings;

/// <summary>
/// Compares what stands in a section with the type it is bound to. The framework's binder stops at the first fault and names it without
/// its section; whoever repairs a configuration wants all of them, by the key that is to be changed. Text is never repeated: it may be a
/// secret.
/// </summary>
internal static class SettingsShape
{
    /// <summary>What does not fit.</summary>
    public static IReadOnlyList<ShapeFault> Faults(IConfigurationSection section, Type shape) =>
        [.. IsDictionary(shape) ? OfEntries(section, shape) : OfProperties(section, shape)];

    /// <summary>The section without what does not fit, so that the rest can be bound and judged by its own rules.</summary>
    public static IConfiguration WellFormed(IConfigurationSection section, Type shape)
    {
        var faulty = Faults(section, shape).Select(fault => fault.Key[(section.Path.Length + 1)..]).ToArray();
        return new ConfigurationBuilder()
            .AddInMemoryCollection(section.AsEnumerable(makePathsRelative: true)
                .Where(setting => setting.Value is not null && !Array.Exists(faulty, key => IsOrIsUnder(setting.Key, key))))
            .Build();
    }

    private static bool IsOrIsUnder(string key, string parent) =>
        key.StartsWith(parent, StringComparison.OrdinalIgnoreCase) && (key.Length == parent.Length || key[parent.Length] == ':');

    private static IEnumerable<ShapeFault> Of(IConfigurationSection setting, Type type)
    {
        var hasChildren = setting.GetChildren().Any();
        if (SettingValue.IsSingle(type))
        {
            return hasChildren
                ? [new ShapeFault(setting.Path, $"{setting.Path} must be one value, not a section or a list.")]
                : SettingValue.Faults(setting, type);
        }

        if (!string.IsNullOrEmpty(setting.Value))
        {
            return [new ShapeFault(setting.Path, $"{setting.Path} must be {Wanted(setting, type)}, not one value.")];
        }

        return ElementOf(type) is { } element
            ? setting.GetChildren().SelectMany(item => Of(item, element))
            : Faults(setting, type);
    }

    private static string Wanted(IConfigurationSection setting, Type type) =>
        ElementOf(type) is null ? "a section" : $"a list ({setting.Path}:0, {setting.Path}:1 and so on)";

    private static IEnumerable<ShapeFault> OfEntries(IConfigurationSection section, Type shape) =>
        section.GetChildren().SelectMany(entry => Of(entry, shape.GetGenericArguments()[1]));

    private static IEnumerable<ShapeFault> OfProperties(IConfigurationSection section, Type shape)
    {
        var properties = shape.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .ToDictionary(property => property.Name, StringComparer.OrdinalIgnoreCase);
        return section.GetChildren().SelectMany(setting => properties.TryGetValue(setting.Key, out var property)
            ? Of(setting, property.PropertyType)
            : [Unknown(section, setting, properties.Keys)]);
    }

    private static ShapeFault Unknown(IConfigurationSection section, IConfigurationSection setting, IReadOnlyCollection<string> names)
    {
        var meant = NearMiss.Find(setting.Key, names) is { } name ? $" Did you mean {section.Path}:{name}?" : "";
        return new ShapeFault(
            setting.Path, $"{setting.Path} is not known.{meant} {section.Path} has {string.Join(", ", names.Order(StringComparer.Ordinal))}.");
    }

    private static bool IsDictionary(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Dictionary<,>);

    private static Type? ElementOf(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) ? type.GetGenericArguments()[0] : null;
}
