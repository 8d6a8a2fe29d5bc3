using CleanLogin.Domain.Accounts;
using CleanLogin.Domain.Login;
using CleanLogin.Infrastructure.BuiltInMfa;
using CleanLogin.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CleanLogin.Infrastructure.Accounts;

/// <summary>Logins that have passed the password and wait for their second step, with what they have begun to enrol.</summary>
internal static class WaitingLogins
{
    /// <summary>
    /// Ends an account's, within the work that replaces its password. A login that is being completed meanwhile finds that it is gone, or
    /// has its time from before this call.
    /// </summary>
    public static async Task EndWithinAsync(CleanLoginDbContext context, UserId user, CancellationToken ct)
    {
        await context.Set<LoginTransaction>().Where(login => login.User == user && login.EndedAt == null).ExecuteDeleteAsync(ct);
        await context.Set<TotpEnrolmentRecord>().Where(enrolment => enrolment.UserId == user.Value).ExecuteDeleteAsync(ct);
    }
}
