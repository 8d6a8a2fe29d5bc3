namespace CleanLogin.Application.Ports;

/// <summary>How passkeys are offered: the same for every visitor. Nothing of it is a secret.</summary>
public abstract record PasskeyOffer
{
    private PasskeyOffer()
    {
    }

    /// <summary>None are asked for.</summary>
    public sealed record None : PasskeyOffer;

    /// <summary>The hosted provider keeps them, and its script asks the browser.</summary>
    /// <param name="Api">Where the script makes its calls.</param>
    /// <param name="Tenant">Whose passkeys.</param>
    /// <param name="Action">What they are asked for under; only such a use signs in.</param>
    public sealed record Hosted(Uri Api, string Tenant, string Action) : PasskeyOffer;

    /// <summary>This server keeps them, and its own pages ask the browser.</summary>
    /// <param name="Action">What they are asked for under; only such a use signs in.</param>
    public sealed record OwnPages(string Action) : PasskeyOffer;

    /// <summary>What a use has to be asked for under to sign somebody in; null: no use does.</summary>
    public string? SignInAction => Match<string?>(_ => null, hosted => hosted.Action, own => own.Action);

    /// <summary>Handles every case.</summary>
    public T Match<T>(Func<None, T> none, Func<Hosted, T> hosted, Func<OwnPages, T> ownPages)
    {
        ArgumentNullException.ThrowIfNull(none);
        ArgumentNullException.ThrowIfNull(hosted);
        ArgumentNullException.ThrowIfNull(ownPages);
        return this switch
        {
            None n => none(n),
            Hosted h => hosted(h),
            OwnPages o => ownPages(o),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }
}
