namespace CleanLogin.Application;

/// <summary>What this service is called wherever a person keeps something of it: in authenticator apps and on sheets of recovery codes.</summary>
public sealed record ServiceName(string Value);
