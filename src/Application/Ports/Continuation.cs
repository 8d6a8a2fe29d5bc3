namespace CleanLogin.Application.Ports;

/// <summary>Where the browser goes next, by a navigation of its own: a path of this server or a registered URL of a client.</summary>
public sealed record Continuation(string Url)
{
    /// <summary>Without the URL, which may hold an authorization code.</summary>
    public override string ToString() => nameof(Continuation);
}
