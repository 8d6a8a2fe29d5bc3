using System.Text.Json;
using System.Text.Json.Nodes;

namespace CleanLogin.Authsignal.Emulator.Control;

/// <summary>JSON merge patch (RFC 7396): what is named changes, null means back to the default, lists are replaced whole.</summary>
internal static class MergePatch
{
    /// <exception cref="JsonException">The result is not a <typeparamref name="T"/>.</exception>
    public static T Apply<T>(T current, JsonObject patch, JsonSerializerOptions options)
        where T : class
    {
        var merged = JsonSerializer.SerializeToNode(current, options)!.AsObject();
        foreach (var (name, value) in patch)
        {
            merged.Remove(name);
            if (value is not null)
            {
                merged.Add(name, value.DeepClone());
            }
        }

        return merged.Deserialize<T>(options)!;
    }
}
