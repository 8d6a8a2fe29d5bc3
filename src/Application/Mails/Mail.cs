using CleanLogin.Domain.Accounts;
using CleanLogin.Domain.SecurityEvents;

namespace CleanLogin.Application.Mails;

/// <summary>
/// What this server writes to people: a closed set of occasions. The words belong to whoever renders it. A class, so that what it holds is not
/// printed.
/// </summary>
public abstract class Mail
{
    private Mail(string kind, TimeSpan usefulFor) => (Kind, UsefulFor) = (kind, usefulFor);

    /// <summary>Its stable name, for logs and events.</summary>
    public string Kind { get; }

    /// <summary>How long it is worth sending. One that could not be delivered by then is given up.</summary>
    public TimeSpan UsefulFor { get; }

    /// <summary>Something that the account is signed in with was changed.</summary>
    /// <param name="what">All that happened at once.</param>
    /// <param name="at">When.</param>
    public sealed class Notice(IReadOnlyList<SecurityNotice> what, DateTimeOffset at) : Mail("notice", TimeSpan.FromDays(3))
    {
        /// <summary>All that happened at once.</summary>
        public IReadOnlyList<SecurityNotice> What => what;

        /// <summary>When.</summary>
        public DateTimeOffset At => at;
    }

    /// <summary>A way to a new password.</summary>
    /// <param name="link">The way: whoever opens it may choose the password.</param>
    /// <param name="username">For whom.</param>
    public sealed class PasswordReset(Uri link, string username) : Mail("password_reset", ResetToken.Lifetime)
    {
        /// <summary>The way.</summary>
        public Uri Link => link;

        /// <summary>For whom.</summary>
        public string Username => username;
    }

    /// <summary>One answer per occasion.</summary>
    public T Match<T>(Func<Notice, T> notice, Func<PasswordReset, T> passwordReset)
    {
        ArgumentNullException.ThrowIfNull(notice);
        ArgumentNullException.ThrowIfNull(passwordReset);
        return this switch
        {
            Notice n => notice(n),
            PasswordReset r => passwordReset(r),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }
}
