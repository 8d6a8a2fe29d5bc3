using CleanLogin.Application.Ports;

namespace CleanLogin.Application.Passkeys.List;

/// <summary>What an application may show of somebody's passkeys.</summary>
public abstract record ListPasskeysOutcome
{
    private ListPasskeysOutcome()
    {
    }

    /// <summary>These are there.</summary>
    /// <param name="Offer">Where one can be added, and whose.</param>
    /// <param name="Passkeys">Oldest first.</param>
    public sealed record Listed(PasskeyOffer.Hosted Offer, IReadOnlyList<EnrolledAuthenticator> Passkeys) : ListPasskeysOutcome;

    /// <summary>No passkeys are kept that an application's page could add to.</summary>
    public sealed record NotOffered : ListPasskeysOutcome;

    /// <summary>The provider gives no answer.</summary>
    public sealed record Unavailable : ListPasskeysOutcome;

    /// <summary>Handles every case.</summary>
    public T Match<T>(Func<Listed, T> listed, Func<NotOffered, T> notOffered, Func<Unavailable, T> unavailable)
    {
        ArgumentNullException.ThrowIfNull(listed);
        ArgumentNullException.ThrowIfNull(notOffered);
        ArgumentNullException.ThrowIfNull(unavailable);
        return this switch
        {
            Listed l => listed(l),
            NotOffered n => notOffered(n),
            Unavailable u => unavailable(u),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }
}
