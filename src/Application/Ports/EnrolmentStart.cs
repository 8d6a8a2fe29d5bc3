namespace CleanLogin.Application.Ports;

/// <summary>What a directory says to somebody who wants to add an authenticator. A state that an adapter does not know is a refusal.</summary>
public abstract record EnrolmentStart
{
    private EnrolmentStart()
    {
    }

    /// <summary>It goes on at <paramref name="Url"/>, which may hold a token: not to be logged.</summary>
    public sealed record At(Uri Url) : EnrolmentStart
    {
        /// <summary>Without the URL.</summary>
        public override string ToString() => nameof(At);
    }

    /// <summary>The provider's rules refuse it.</summary>
    public sealed record Refused : EnrolmentStart;

    /// <summary>This provider has no such pages.</summary>
    public sealed record NotOffered : EnrolmentStart;

    /// <summary>There is no answer that can be trusted.</summary>
    public sealed record Unavailable : EnrolmentStart;

    /// <summary>Handles every case.</summary>
    public T Match<T>(Func<At, T> at, Func<Refused, T> refused, Func<NotOffered, T> notOffered, Func<Unavailable, T> unavailable)
    {
        ArgumentNullException.ThrowIfNull(at);
        ArgumentNullException.ThrowIfNull(refused);
        ArgumentNullException.ThrowIfNull(notOffered);
        ArgumentNullException.ThrowIfNull(unavailable);
        return this switch
        {
            At a => at(a),
            Refused r => refused(r),
            NotOffered n => notOffered(n),
            Unavailable u => unavailable(u),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }
}
