namespace CleanLogin.Testing.Databases;

/// <summary>Starts a host with these settings, and stops it: what it leaves in the database is what every further one begins with.</summary>
public delegate Task FirstStart(IReadOnlyDictionary<string, string> settings);
