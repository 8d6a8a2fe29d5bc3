using System.Net.Mime;

namespace CleanLogin.Authsignal.Emulator.Knobs;

/// <summary>
/// Something that goes wrong with a request to the API: it is late, is answered by something else, or gets no answer.
/// Parts can be combined, as in "a second late, then a dropped connection".
/// </summary>
public sealed record Fault
{
    /// <summary>HTTP method that is hit; absent: every one.</summary>
    public string? Method { get; init; }

    /// <summary>Text that the path (undecoded) must contain, such as <c>/validate</c>; absent: every path.</summary>
    public string? Path { get; init; }

    /// <summary>How many requests are hit; absent: all.</summary>
    public int? Times { get; init; }

    /// <summary>
    /// How long the answer is held back, in real time whatever the emulator's clock says; negative: until the client gives up.
    /// </summary>
    public TimeSpan Delay { get; init; }

    /// <summary>Status that is answered in place of the real answer.</summary>
    public int? Status { get; init; }

    /// <summary>Body of that answer; absent: the error body of the service.</summary>
    public string? Body { get; init; }

    /// <summary>Media type of that body.</summary>
    public string? MediaType { get; init; }

    /// <summary>Seconds in a Retry-After header.</summary>
    public int? RetryAfter { get; init; }

    /// <summary>The connection is closed without an answer.</summary>
    public bool Drop { get; init; }

    /// <summary>The request is carried out although its answer is lost or replaced.</summary>
    public bool CarriedOut { get; init; }

    /// <summary>What a load balancer says when the service behind it is gone.</summary>
    public static Fault HtmlBadGateway { get; } = new()
    {
        Status = StatusCodes.Status502BadGateway,
        Body = "<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>",
        MediaType = MediaTypeNames.Text.Html,
    };

    /// <summary>The connection breaks before an answer.</summary>
    public static Fault Dropped { get; } = new() { Drop = true };

    /// <summary>No answer until the client gives up.</summary>
    public static Fault Hanging { get; } = new() { Delay = Timeout.InfiniteTimeSpan };

    /// <summary>The service's own error body with this status.</summary>
    public static Fault Answering(int status) => new() { Status = status };

    internal bool Hits(string method, string path) =>
        Times is not 0
        && (Method is null || Method.Equals(method, StringComparison.OrdinalIgnoreCase))
        && (Path is null || path.Contains(Path, StringComparison.Ordinal));
}
