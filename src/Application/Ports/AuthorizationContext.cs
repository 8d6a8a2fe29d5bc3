namespace CleanLogin.Application.Ports;

/// <summary>An authorization request that waits for a login (OpenID Connect Core §3.1.2.1), checked by the engine.</summary>
public sealed record AuthorizationContext
{
    /// <summary>The path of this server that takes the request up again.</summary>
    public required string ReturnUrl { get; init; }

    /// <summary>Who asks.</summary>
    public required string ClientId { get; init; }

    /// <summary>What the client is called.</summary>
    public required string ClientName { get; init; }

    /// <summary>Where the answer goes; registered for the client.</summary>
    public string? RedirectUri { get; init; }

    /// <summary>When the request first came in; finer than seconds. A login after it is fresh for it.</summary>
    public required DateTimeOffset BeganAt { get; init; }

    /// <summary>The scopes asked for.</summary>
    public IReadOnlyList<string> Scopes { get; init; } = [];

    /// <summary>The levels asked for, most wanted first.</summary>
    public IReadOnlyList<string> AcrValues { get; init; } = [];

    /// <summary>The <c>prompt</c> values.</summary>
    public IReadOnlyList<string> Prompts { get; init; } = [];

    /// <summary>Who is expected to log in; a hint.</summary>
    public string? LoginHint { get; init; }

    /// <summary>How old a login may be at the most.</summary>
    public TimeSpan? MaxAge { get; init; }

    /// <summary>Languages of the pages, most wanted first.</summary>
    public IReadOnlyList<string> UiLocales { get; init; } = [];

    /// <summary>Which identity provider is expected; a hint.</summary>
    public string? IdentityProviderHint { get; init; }
}
