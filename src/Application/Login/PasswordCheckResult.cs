using CleanLogin.Domain.Accounts;
using CleanLogin.Domain.Login;

namespace CleanLogin.Application.Login;

internal abstract record PasswordCheckResult
{
    private PasswordCheckResult()
    {
    }

    public sealed record Verified(Account Account, VerifiedPassword Evidence) : PasswordCheckResult;

    public sealed record Refused(DenialReason Reason, TimeSpan? RetryAfter = null) : PasswordCheckResult;

    public T Match<T>(Func<Verified, T> verified, Func<Refused, T> refused) => this switch
    {
        Verified v => verified(v),
        Refused r => refused(r),
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
