namespace CleanLogin.Application.Ports;

/// <summary>What an authorization request needs before it is answered.</summary>
public abstract record InteractionRequirement
{
    private InteractionRequirement()
    {
    }

    /// <summary>Nothing: answer it.</summary>
    public sealed record Proceed : InteractionRequirement;

    /// <summary>A login, although there may be a session.</summary>
    public sealed record Authenticate : InteractionRequirement;

    /// <summary>It is refused.</summary>
    public sealed record Refuse(AuthorizationDenial Denial) : InteractionRequirement;

    /// <summary>Handles every case.</summary>
    public T Match<T>(Func<Proceed, T> proceed, Func<Authenticate, T> authenticate, Func<Refuse, T> refuse)
    {
        ArgumentNullException.ThrowIfNull(proceed);
        ArgumentNullException.ThrowIfNull(authenticate);
        ArgumentNullException.ThrowIfNull(refuse);
        return this switch
        {
            Proceed p => proceed(p),
            Authenticate a => authenticate(a),
            Refuse r => refuse(r),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }
}
