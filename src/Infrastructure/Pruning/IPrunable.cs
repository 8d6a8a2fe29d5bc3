namespace CleanLogin.Infrastructure.Pruning;

/// <summary>
/// What a store can forget, and when. Nothing may depend on it: what has run out is refused whether or not its row is gone, and what
/// still counts is not forgotten.
/// </summary>
internal interface IPrunable
{
    /// <summary>What it is, for the log.</summary>
    string Name { get; }

    /// <summary>
    /// Forgets a batch, in one short write, so that logins need not wait for it. True: there may be more. Another host may do the same at
    /// the same time.
    /// </summary>
    Task<bool> ForgetSomeAsync(CancellationToken ct);
}
