namespace CleanLogin.Authsignal.Emulator.Api;

/// <summary>
/// The path as it stood on the request line, each segment decoded exactly once. The framework's own path decodes every
/// escape but %2F, so that there the ids <c>a/b</c> and <c>a%2Fb</c> are one.
/// </summary>
internal static class RawPath
{
    public static string Of(string rawTarget)
    {
        var query = rawTarget.IndexOf('?', StringComparison.Ordinal);
        return query < 0 ? rawTarget : rawTarget[..query];
    }

    public static string[] Segments(string path) => [.. path.TrimStart('/').Split('/').Select(Uri.UnescapeDataString)];
}
