namespace CleanLogin.Infrastructure.Persistence;

internal sealed class AttemptRecord
{
    /// <summary>The <see cref="Application.Ports.AttemptKey"/>.</summary>
    public required string Key { get; init; }

    /// <summary>Failures in a row, and attempts that are being checked, since the pauses last started anew.</summary>
    public required int Failures { get; init; }

    /// <summary>Failures in a row from before that: they count towards the limit and make no pause.</summary>
    public required int EarlierFailures { get; init; }

    /// <summary>Whether it is the credential of an account; otherwise there is nothing to protect, and the row can be forgotten.</summary>
    public required bool IsOwned { get; init; }

    /// <summary>The end of the pause, in milliseconds since 1970: a number, so that one statement fits every database.</summary>
    public required long PausedUntil { get; init; }
}
