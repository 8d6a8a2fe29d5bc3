namespace CleanLogin.Infrastructure.Mailing;

/// <summary>What became of one try.</summary>
internal abstract record Delivery
{
    private Delivery()
    {
    }

    /// <summary>Somebody else answers for it now.</summary>
    public sealed record Delivered : Delivery;

    /// <summary>It may succeed later.</summary>
    /// <param name="Reason">For the log, without address and content.</param>
    public sealed record Postponed(string Reason) : Delivery;

    /// <summary>It never will.</summary>
    /// <param name="Reason">For the log, without address and content.</param>
    public sealed record Refused(string Reason) : Delivery;
}
