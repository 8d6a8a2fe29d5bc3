using CleanLogin.Domain.Assurance;

namespace CleanLogin.Domain.Mfa;

/// <summary>The methods of a second step that the operator allows, whatever the provider would take.</summary>
public sealed class AllowedMethods
{
    private readonly IReadOnlyCollection<AuthenticationMethod> _methods;

    private AllowedMethods(IReadOnlyCollection<AuthenticationMethod> methods) => _methods = methods;

    /// <summary>Every method that can be a second step.</summary>
    public static AllowedMethods All { get; } = new([.. AuthenticationMethod.All.Where(method => method != AuthenticationMethod.Password)]);

    /// <summary>The names by which they are chosen.</summary>
    public IEnumerable<string> Names => _methods.Select(method => method.Code);

    /// <summary>The methods of these names, all of them where there is no name; null where a name is not one of <see cref="All"/>.</summary>
    public static AllowedMethods? Parse(IReadOnlyCollection<string> names)
    {
        ArgumentNullException.ThrowIfNull(names);
        var chosen = names.Select(name => All._methods.FirstOrDefault(method => method.Code == name)).OfType<AuthenticationMethod>().ToArray();
        return chosen.Length < names.Count ? null : names.Count == 0 ? All : new AllowedMethods(chosen);
    }

    /// <summary>Whether a passkey can be a second step, with user verification or without.</summary>
    public bool AllowPasskeys => _methods.Any(method => method.IsPhishingResistant);

    /// <summary>Whether a passkey can sign in by itself.</summary>
    public bool AllowPasskeysAlone => _methods.Any(method => method.SignsInAlone);

    /// <summary>Whether a second step by this method counts.</summary>
    public bool Contains(AuthenticationMethod method) => _methods.Contains(method);
}
