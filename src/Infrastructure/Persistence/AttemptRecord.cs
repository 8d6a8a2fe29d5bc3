namespace CleanLogin.Infrastructure.Persistence;

internal sealed class AttemptRecord
{
    /// <summary>The <see cref="Application.Ports.AttemptKey"/>.</summary>
    public required string Key { get; init; }

    /// <summary>Failures in a row, and attempts that are being checked.</summary>
    public required int Failures { get; init; }

    /// <summary>The end of the pause, in milliseconds since 1970: a number, so that one statement fits every database.</summary>
    public required long PausedUntil { get; init; }
}
