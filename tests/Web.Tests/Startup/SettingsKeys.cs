using CleanLogin.Infrastructure.Settings;

namespace CleanLogin.Web.Tests.Startup;

/// <summary>Every key that the server reads, from the types that its sections are bound to.</summary>
internal static class SettingsKeys
{
    /// <summary>What stands for the name of a client.</summary>
    public const string AnyName = "<id>";

    public static IReadOnlyList<string> Of(IEnumerable<SettingsSection> sections) =>
        [.. sections.SelectMany(section => Of(section.Name, section.Shape))];

    private static IEnumerable<string> Of(string path, Type shape)
    {
        if (shape.IsGenericType && shape.GetGenericTypeDefinition() == typeof(Dictionary<,>))
        {
            return Of($"{path}:{AnyName}", shape.GetGenericArguments()[1]);
        }

        return shape.Namespace!.StartsWith("CleanLogin", StringComparison.Ordinal) && !shape.IsEnum
            ? shape.GetProperties().SelectMany(property => Of($"{path}:{property.Name}", property.PropertyType))
            : [path];
    }
}
