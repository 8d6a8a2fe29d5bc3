using CleanLogin.Domain.Mfa;

namespace CleanLogin.Infrastructure.Mfa;

/// <summary>Who asks for the second step, and of whom.</summary>
internal sealed class MfaOptions
{
    /// <summary>The section of the configuration.</summary>
    public const string Section = "Mfa";

    /// <summary>Which adapter of <c>IMfaProvider</c> is used.</summary>
    public MfaProviderName Provider { get; init; } = MfaProviderName.BuiltIn;

    /// <summary>What is asked of a person who has no second factor yet.</summary>
    public EnrolmentRule Enrolment { get; init; } = EnrolmentRule.Required;

    /// <summary>The names of the methods that count, whatever the provider permits; all of them where none is given.</summary>
    public IReadOnlyList<string> AllowedMethods { get; init; } = [];

    /// <summary>What becomes of logins while the hosted provider is down. The built-in one is never down.</summary>
    public OutageRule WhenUnavailable { get; init; } = OutageRule.Refuse;
}
