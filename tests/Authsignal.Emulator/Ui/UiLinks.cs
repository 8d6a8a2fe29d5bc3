namespace CleanLogin.Authsignal.Emulator.Ui;

internal static class UiLinks
{
    public static string Screen(string token, string method) =>
        $"/?token={Uri.EscapeDataString(token)}&method={Uri.EscapeDataString(method)}";

    /// <summary>Adds the token to a redirect URL, which keeps its own query and its fragment.</summary>
    public static string WithToken(string redirectUrl, string token)
    {
        var hash = redirectUrl.IndexOf('#', StringComparison.Ordinal);
        var (address, fragment) = hash < 0 ? (redirectUrl, string.Empty) : (redirectUrl[..hash], redirectUrl[hash..]);
        var separator = !address.Contains('?', StringComparison.Ordinal) ? "?" : address[^1] is '?' or '&' ? string.Empty : "&";
        return $"{address}{separator}token={Uri.EscapeDataString(token)}{fragment}";
    }
}
