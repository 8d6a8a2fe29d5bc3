namespace CleanLogin.Application.Ports;

/// <summary>A browser in which the person at hand has signed in before, as <see cref="IKnownDevices"/> recognised it.</summary>
/// <param name="Id">Names the browser. It is no secret, and worth nothing without what the browser shows.</param>
public readonly record struct KnownDevice(Guid Id);
