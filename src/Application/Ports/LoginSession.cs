using CleanLogin.Domain.Accounts;
using CleanLogin.Domain.Assurance;

namespace CleanLogin.Application.Ports;

/// <summary>A session of a browser: who, by what, and when. The level is derived.</summary>
public sealed record LoginSession(UserId User, string DisplayName, AuthenticationMethods Methods, DateTimeOffset AuthenticatedAt);
