using CleanLogin.Domain.Assurance;

namespace CleanLogin.Application.Authorization;

/// <summary>The names of the levels on the wire: <c>acr</c> and <c>acr_values</c>. Table: docs/adr/0007.</summary>
public static class Acr
{
    private static readonly Dictionary<string, AssuranceLevel> Levels = new Dictionary<string, AssuranceLevel>(StringComparer.Ordinal)
    {
        ["urn:cleanlogin:aal1"] = AssuranceLevel.SingleFactor,
        ["urn:cleanlogin:email"] = AssuranceLevel.MailboxConfirmed,
        ["urn:cleanlogin:aal2"] = AssuranceLevel.MultiFactor,
        ["phr"] = AssuranceLevel.PhishingResistant,
        ["phrh"] = AssuranceLevel.PhishingResistantHardware,
    };

    /// <summary>Every name, weakest first: <c>acr_values_supported</c>.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Levels.OrderBy(pair => pair.Value).Select(pair => pair.Key)];

    /// <summary>The level of a name, or null: an unknown name is never taken for a weak level.</summary>
    public static AssuranceLevel? Find(string name) => Levels.TryGetValue(name, out var level) ? level : null;

    /// <summary>The name of a level; null where nothing was proven.</summary>
    public static string? NameOf(AssuranceLevel level) => level switch
    {
        AssuranceLevel.None => null,
        AssuranceLevel.SingleFactor => "urn:cleanlogin:aal1",
        AssuranceLevel.MailboxConfirmed => "urn:cleanlogin:email",
        AssuranceLevel.MultiFactor => "urn:cleanlogin:aal2",
        AssuranceLevel.PhishingResistant => "phr",
        AssuranceLevel.PhishingResistantHardware => "phrh",
    };

    /// <summary>
    /// The lowest level that satisfies <c>acr_values</c>: any of the known names will do. One factor where nothing is asked for; null
    /// where only unknown names are, which nobody can satisfy.
    /// </summary>
    public static AssuranceLevel? RequiredBy(IReadOnlyList<string> acrValues)
    {
        ArgumentNullException.ThrowIfNull(acrValues);
        return acrValues.Count == 0 ? AssuranceLevel.SingleFactor : acrValues.Select(Find).Where(level => level is not null).Min();
    }
}
