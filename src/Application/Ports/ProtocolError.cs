namespace CleanLogin.Application.Ports;

/// <summary>An error of the protocol that cannot be told to the client, so a person reads it.</summary>
/// <param name="Code">The registered code, such as <c>invalid_request</c>.</param>
/// <param name="Description">What is wrong, for whoever runs the client. Plain text.</param>
public sealed record ProtocolError(string Code, string? Description);
