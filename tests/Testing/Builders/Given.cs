using CleanLogin.Domain.Assurance;
using CleanLogin.Domain.Login;
using CleanLogin.Domain.Mfa;

namespace CleanLogin.Testing.Builders;

/// <summary>
/// The words in which tests say what they need. Everything is made by the factories that production uses, so a test cannot hold what
/// production cannot make.
/// </summary>
public static class Given
{
    /// <summary>An active account of alice.</summary>
    public static AccountBuilder AnAccount() => new();

    /// <summary>A login of that account, right after its password was verified.</summary>
    public static LoginTransactionBuilder ALoginTransaction() => new();

    /// <summary>A browser's secret; another number, another browser.</summary>
    public static BrowserSecret ABrowser(byte number = 7)
    {
        Span<byte> bytes = stackalloc byte[BrowserSecret.Size];
        bytes.Fill(number);
        return BrowserSecret.From(bytes);
    }

    /// <summary>A challenge to verify an authenticator that is there.</summary>
    public static MfaChallenge AChallenge(bool enrol = false) => new(MfaChallenge.OwnPages, "challenge-1", enrol);

    /// <summary>The permit to go without a second step, from its only mint.</summary>
    public static MfaNotRequired APermit()
    {
        var requirement = new MfaPolicy(EnrolmentRule.Required, AllowedMethods.All).Decide(AssuranceLevel.SingleFactor, new ProviderDecision.Allow());
        return requirement.Match(
            notRequired => notRequired.Permit,
            required => throw new InvalidOperationException("The policy asks for a second step."),
            refused => throw new InvalidOperationException("The policy refuses."));
    }
}
