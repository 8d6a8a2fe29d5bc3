namespace CleanLogin.Application.Ports;

/// <summary>What a directory says about somebody's authenticators.</summary>
public abstract record AuthenticatorListing
{
    private AuthenticatorListing()
    {
    }

    /// <summary>These are all.</summary>
    public sealed record Listed(IReadOnlyList<EnrolledAuthenticator> Authenticators) : AuthenticatorListing;

    /// <summary>There is no answer that can be trusted: whether any are there is not known.</summary>
    public sealed record Unavailable : AuthenticatorListing;

    /// <summary>Handles every case.</summary>
    public T Match<T>(Func<Listed, T> listed, Func<Unavailable, T> unavailable)
    {
        ArgumentNullException.ThrowIfNull(listed);
        ArgumentNullException.ThrowIfNull(unavailable);
        return this switch
        {
            Listed l => listed(l),
            Unavailable u => unavailable(u),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }
}
