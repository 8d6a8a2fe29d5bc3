namespace CleanLogin.Infrastructure.Settings;

/// <summary>A single value at the root of the configuration that this server reads.</summary>
internal sealed record RootKey(string Name);
