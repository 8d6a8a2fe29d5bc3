namespace CleanLogin.Infrastructure.Mfa;

/// <summary>Finds out whether a hosted provider is down for everybody.</summary>
internal interface IOutageProbe
{
    /// <summary>
    /// Whether it answers a question that holds nothing of any login. Without it, a login whose own call fails, such as by a browser's name
    /// that something on the way takes for an attack, could choose the weaker provider for itself.
    /// </summary>
    Task<bool> AnswersAsync(CancellationToken ct);
}
