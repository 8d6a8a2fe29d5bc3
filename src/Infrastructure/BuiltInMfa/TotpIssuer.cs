namespace CleanLogin.Infrastructure.BuiltInMfa;

/// <summary>The name under which authenticator apps list this server's accounts.</summary>
internal sealed record TotpIssuer(string Name);
