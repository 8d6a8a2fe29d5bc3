using CleanLogin.Application.Ports;

namespace CleanLogin.Application.Accounts.ListActivity;

/// <summary>The same, from the same place and browser, so many times in a row.</summary>
/// <param name="Latest">The last time.</param>
/// <param name="Times">How often.</param>
public sealed record RepeatedActivity(ActivityEntry Latest, int Times);
