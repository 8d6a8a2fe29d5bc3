namespace CleanLogin.Infrastructure.Settings;

/// <summary>The names at the root of the configuration: no values, only something to check at start.</summary>
internal sealed class RootNames;
