using System.Net;
using CleanLogin.Domain.SecurityEvents;

namespace CleanLogin.Application.Ports;

/// <summary>Something that was recorded about an account.</summary>
/// <param name="Number">Its place in the order of what was recorded.</param>
/// <param name="What">What happened.</param>
/// <param name="At">When.</param>
/// <param name="Address">From where; null where nobody knows (any more), or where no browser was there.</param>
/// <param name="UserAgent">What the browser called itself; null likewise.</param>
public sealed record ActivityEntry(long Number, Activity What, DateTimeOffset At, IPAddress? Address, string? UserAgent);
