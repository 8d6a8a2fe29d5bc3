namespace CleanLogin.Domain.Assurance;

/// <summary>
/// The methods that one login has completed, in order and without doubles. It only grows. <c>amr</c> and the level are derived:
/// <c>mfa</c> comes from counting factors, not methods (RFC 8176 §2).
/// </summary>
public sealed class AuthenticationMethods
{
    private readonly AuthenticationMethod[] _methods;

    private AuthenticationMethods(AuthenticationMethod[] methods) => _methods = methods;

    /// <summary>Nothing proven yet.</summary>
    public static AuthenticationMethods None { get; } = new([]);

    /// <summary>The methods, in the order in which they were completed.</summary>
    public IReadOnlyList<AuthenticationMethod> Items => _methods;

    /// <summary>The level that these methods reach together.</summary>
    public AssuranceLevel Level
    {
        get
        {
            var factors = _methods.SelectMany(method => method.Factors).Distinct().Count();
            return factors switch
            {
                0 => AssuranceLevel.None,
                1 when _methods.Any(method => method.ConfirmsMailbox) => AssuranceLevel.MailboxConfirmed,
                1 => AssuranceLevel.SingleFactor,
                _ when _methods.Any(method => method.IsPhishingResistant && method.IsHardwareProtected) =>
                    AssuranceLevel.PhishingResistantHardware,
                _ when _methods.Any(method => method.IsPhishingResistant) => AssuranceLevel.PhishingResistant,
                _ => AssuranceLevel.MultiFactor,
            };
        }
    }

    /// <summary>The methods given, doubles left out.</summary>
    public static AuthenticationMethods Of(params IEnumerable<AuthenticationMethod> methods) => new([.. methods.Distinct()]);

    /// <summary>These methods and one more.</summary>
    public AuthenticationMethods With(AuthenticationMethod method) => Of([.. _methods, method]);

    /// <summary>The <c>amr</c> claim: each method's values, then <c>mfa</c> where two different factors were proven.</summary>
    public IReadOnlyList<string> ToAmr()
    {
        var values = _methods.SelectMany(method => method.Amr).Distinct(StringComparer.Ordinal);
        return Level >= AssuranceLevel.MultiFactor ? [.. values, "mfa"] : [.. values];
    }
}
