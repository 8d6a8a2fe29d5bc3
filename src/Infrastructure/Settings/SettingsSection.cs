namespace CleanLogin.Infrastructure.Settings;

/// <summary>A section at the root of the configuration that this server reads, and the type that says what may stand in it.</summary>
internal sealed record SettingsSection(string Name, Type Shape);
