namespace CleanLogin.Infrastructure.Settings;

/// <summary>A key that its section does not know, or a value that cannot be read as what the key is for.</summary>
internal sealed record ShapeFault(string Key, string Message);
