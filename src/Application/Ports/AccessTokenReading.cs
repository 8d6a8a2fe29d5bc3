namespace CleanLogin.Application.Ports;

/// <summary>What the access token of a call to this server is worth (RFC 6750 §3.1).</summary>
public abstract record AccessTokenReading
{
    private AccessTokenReading()
    {
    }

    /// <summary>It counts, and allows what is asked for.</summary>
    public sealed record Granted(AccessGrant Grant) : AccessTokenReading;

    /// <summary>There is none, it is not one of this server's, it has run out, or account or login do not count any more.</summary>
    public sealed record Invalid : AccessTokenReading;

    /// <summary>It counts, for something else.</summary>
    public sealed record ScopeMissing : AccessTokenReading;

    /// <summary>Handles every case.</summary>
    public T Match<T>(Func<Granted, T> granted, Func<Invalid, T> invalid, Func<ScopeMissing, T> scopeMissing)
    {
        ArgumentNullException.ThrowIfNull(granted);
        ArgumentNullException.ThrowIfNull(invalid);
        ArgumentNullException.ThrowIfNull(scopeMissing);
        return this switch
        {
            Granted g => granted(g),
            Invalid i => invalid(i),
            ScopeMissing s => scopeMissing(s),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }
}
