using CleanLogin.Domain.Login;

namespace CleanLogin.Domain.Mfa;

/// <summary>What has to happen before a login can succeed.</summary>
public abstract record MfaRequirement
{
    private MfaRequirement()
    {
    }

    /// <summary>Nothing more.</summary>
    public sealed record NotRequired(MfaNotRequired Permit) : MfaRequirement;

    /// <summary>A second step at the provider's URL: verify, or enrol first.</summary>
    public sealed record Required(ProviderDecision.Challenge Challenge) : MfaRequirement;

    /// <summary>The login cannot succeed.</summary>
    public sealed record Refused(DenialReason Reason) : MfaRequirement;

    /// <summary>Handles every case.</summary>
    public T Match<T>(Func<NotRequired, T> notRequired, Func<Required, T> required, Func<Refused, T> refused)
    {
        ArgumentNullException.ThrowIfNull(notRequired);
        ArgumentNullException.ThrowIfNull(required);
        ArgumentNullException.ThrowIfNull(refused);
        return this switch
        {
            NotRequired n => notRequired(n),
            Required r => required(r),
            Refused r => refused(r),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }
}
