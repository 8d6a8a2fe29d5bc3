namespace CleanLogin.Domain.Mfa;

/// <summary>What an MFA provider asks of a login. A state that an adapter does not know is <see cref="Block"/>.</summary>
public abstract record ProviderDecision
{
    private ProviderDecision()
    {
    }

    /// <summary>The person has a second factor, and the provider's rules do not ask for it this time.</summary>
    public sealed record Allow : ProviderDecision;

    /// <summary>The provider's rules refuse this login.</summary>
    public sealed record Block : ProviderDecision;

    /// <summary>A second step at <paramref name="Url"/>: verify, or enrol first where <paramref name="Enrol"/> is set.</summary>
    /// <param name="Url">Absolute, or a path of this server. May hold a token: not to be logged.</param>
    /// <param name="Reference">The provider's name for this very challenge.</param>
    /// <param name="Action">What the challenge is for.</param>
    /// <param name="Enrol">Whether nothing is enrolled yet.</param>
    public sealed record Challenge(Uri Url, string Reference, string Action, bool Enrol) : ProviderDecision
    {
        /// <summary>Without the URL, which may hold a token.</summary>
        public override string ToString() => $"{nameof(Challenge)} {{ Enrol = {Enrol} }}";
    }

    /// <summary>A person has to look at this login first. Until then it is refused.</summary>
    public sealed record Review : ProviderDecision;

    /// <summary>The provider gave no answer that can be trusted.</summary>
    /// <param name="IsOutage">
    /// Whether it gave none at all. A refusal, or an answer that makes no sense, is not an outage: whoever logs in may have caused it.
    /// </param>
    public sealed record Unavailable(bool IsOutage = false) : ProviderDecision;

    /// <summary>Handles every case.</summary>
    public T Match<T>(
        Func<Allow, T> allow,
        Func<Block, T> block,
        Func<Challenge, T> challenge,
        Func<Review, T> review,
        Func<Unavailable, T> unavailable)
    {
        ArgumentNullException.ThrowIfNull(allow);
        ArgumentNullException.ThrowIfNull(block);
        ArgumentNullException.ThrowIfNull(challenge);
        ArgumentNullException.ThrowIfNull(review);
        ArgumentNullException.ThrowIfNull(unavailable);
        return this switch
        {
            Allow a => allow(a),
            Block b => block(b),
            Challenge c => challenge(c),
            Review r => review(r),
            Unavailable u => unavailable(u),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }
}
