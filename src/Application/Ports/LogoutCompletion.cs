namespace CleanLogin.Application.Ports;

/// <summary>A logout that is done.</summary>
/// <param name="Continue">Back to the client, if it has a registered place for that.</param>
/// <param name="ClientName">Whose place that is.</param>
/// <param name="FrontChannelUrls">What to load so that other applications notice; empty with an engine that has none.</param>
public sealed record LogoutCompletion(Continuation? Continue, string? ClientName, IReadOnlyList<string> FrontChannelUrls);
