using CleanLogin.Application.Ports;
using CleanLogin.Domain.Accounts;
using CleanLogin.Domain.Assurance;

namespace CleanLogin.Application.Authenticators;

internal abstract record StepUpResult
{
    private StepUpResult()
    {
    }

    /// <summary>Two factors were proven a short while ago.</summary>
    public sealed record Recent(RecentMultiFactor Evidence, Account Account, LoginSession Session) : StepUpResult;

    /// <summary>Somebody is signed in, but has to prove it again before anything is changed.</summary>
    public sealed record Stale(Account Account) : StepUpResult;

    /// <summary>Nobody is signed in.</summary>
    public sealed record SignedOut : StepUpResult;

    /// <summary>The account of whoever is signed in, however long ago they have proven it; null where nobody is.</summary>
    public Account? Present => Match<Account?>(recent => recent.Account, stale => stale.Account, _ => null);

    public T Match<T>(Func<Recent, T> recent, Func<Stale, T> stale, Func<SignedOut, T> signedOut) => this switch
    {
        Recent r => recent(r),
        Stale s => stale(s),
        SignedOut s => signedOut(s),
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
