namespace CleanLogin.Application.Ports;

/// <summary>What a page gives the browser to use a passkey, or to make one.</summary>
/// <param name="Options">For the browser's own call, as JSON. Holds a fresh challenge.</param>
/// <param name="Ticket">Comes back with the answer: what was asked, and when, under the key ring. Means nothing to anybody else.</param>
public sealed record PasskeyCeremony(string Options, string Ticket);
