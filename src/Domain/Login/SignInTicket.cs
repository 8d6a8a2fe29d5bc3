using CleanLogin.Domain.Accounts;
using CleanLogin.Domain.Assurance;

namespace CleanLogin.Domain.Login;

/// <summary>
/// The right to one session. Only a <see cref="LoginTransaction"/> that has succeeded mints it; the handler uses it after the
/// transaction was saved, never before.
/// </summary>
public sealed class SignInTicket
{
    internal SignInTicket(UserId user, AuthenticationMethods methods, DateTimeOffset authenticatedAt, bool persistent)
    {
        User = user;
        Methods = methods;
        AuthenticatedAt = authenticatedAt;
        Persistent = persistent;
    }

    /// <summary>Who has logged in.</summary>
    public UserId User { get; }

    /// <summary>By what; <c>amr</c> and level are derived from it.</summary>
    public AuthenticationMethods Methods { get; }

    /// <summary>When the last step was completed: <c>auth_time</c>.</summary>
    public DateTimeOffset AuthenticatedAt { get; }

    /// <summary>Whether the person asked to stay signed in after the browser is closed.</summary>
    public bool Persistent { get; }
}
