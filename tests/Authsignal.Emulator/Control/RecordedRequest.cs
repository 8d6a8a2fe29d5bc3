namespace CleanLogin.Authsignal.Emulator.Control;

/// <summary>A request to the API as it came over the wire, whatever was answered.</summary>
public sealed record RecordedRequest
{
    public required string Method { get; init; }

    /// <summary>Path and query, undecoded.</summary>
    public required string Target { get; init; }

    /// <summary>All headers. Names compare without regard to case.</summary>
    public required IReadOnlyDictionary<string, string> Headers { get; init; }

    public required string Body { get; init; }
}
