using CleanLogin.Domain.Accounts;
using CleanLogin.Domain.Assurance;

namespace CleanLogin.Application.Ports;

/// <summary>
/// What the access token of a call to this server says, checked by the engine: for whom an application acts, and how that person had signed
/// in. The account, and the login that the token stems from, counted when it was made.
/// </summary>
/// <param name="User">For whom.</param>
/// <param name="Level">How sure that login was.</param>
/// <param name="AuthenticatedAt">When it was, to the second.</param>
public sealed record AccessGrant(UserId User, AssuranceLevel Level, DateTimeOffset AuthenticatedAt);
