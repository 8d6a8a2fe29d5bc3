using CleanLogin.Domain.Accounts;
using CleanLogin.Domain.Assurance;
using CleanLogin.Domain.Login;
using CleanLogin.Domain.Mfa;

namespace CleanLogin.Testing.Builders;

/// <summary>Makes login transactions by leading them through the calls that production makes.</summary>
public sealed class LoginTransactionBuilder
{
    private LoginTransactionId _id = new(new Guid("5d0f5be0-3b86-4c35-a3a0-3a0f0c6d5a11"));
    private AccountBuilder _account = new();
    private BrowserSecret _browser = Given.ABrowser();
    private ReturnUrl _returnUrl = ReturnUrl.Home;
    private AssuranceLevel _required = AssuranceLevel.SingleFactor;
    private DateTimeOffset _at = Moments.Start;
    private bool _persistent;
    private Action<LoginTransaction> _lead = transaction => { };

    /// <summary>Another login than the one that is meant otherwise.</summary>
    public LoginTransactionBuilder Another()
    {
        _id = new LoginTransactionId(new Guid("0c1f3d8e-6a55-4b52-9d0f-7f1a1c2e9b44"));
        return this;
    }

    /// <summary>Of this account.</summary>
    public LoginTransactionBuilder Of(AccountBuilder account)
    {
        _account = account;
        return this;
    }

    /// <summary>Begun by this browser.</summary>
    public LoginTransactionBuilder BoundTo(BrowserSecret browser)
    {
        _browser = browser;
        return this;
    }

    /// <summary>To come back to this place.</summary>
    public LoginTransactionBuilder ReturningTo(string path)
    {
        _returnUrl = ReturnUrl.Parse(path) ?? throw new InvalidOperationException("Not a return URL.");
        return this;
    }

    /// <summary>Where at least this level was asked for.</summary>
    public LoginTransactionBuilder Requiring(AssuranceLevel level)
    {
        _required = level;
        return this;
    }

    /// <summary>To stay signed in.</summary>
    public LoginTransactionBuilder Persistent()
    {
        _persistent = true;
        return this;
    }

    /// <summary>At another time.</summary>
    public LoginTransactionBuilder At(DateTimeOffset time)
    {
        _at = time;
        return this;
    }

    /// <summary>Waiting for a second step.</summary>
    public LoginTransactionBuilder Challenged(bool enrol = false) =>
        LedBy(transaction => transaction.AskFor(Given.AChallenge(enrol), _at));

    /// <summary>Waiting for a second step at a hosted provider.</summary>
    public LoginTransactionBuilder ChallengedElsewhere(bool enrol = false) =>
        LedBy(transaction => transaction.AskFor(new MfaChallenge("hosted-login", "challenge-1", enrol), Moments.Start));

    /// <summary>Waiting for a second step on the own pages, which stand in for a hosted provider.</summary>
    public LoginTransactionBuilder ChallengedInOutage(bool enrol = false) =>
        LedBy(transaction => transaction.AskFor(new MfaChallenge(MfaChallenge.OwnPagesInOutage, "challenge-1", enrol), Moments.Start));

    /// <summary>Succeeded by a second step.</summary>
    public LoginTransactionBuilder Succeeded() => Challenged().LedBy(transaction =>
        transaction.Complete(PassedBy(transaction.User), _browser, _at));

    /// <summary>Succeeded without one.</summary>
    public LoginTransactionBuilder SucceededByPassword() =>
        LedBy(transaction => transaction.SucceedWithoutMfa(Given.APermit(), _at));

    /// <summary>Refused.</summary>
    public LoginTransactionBuilder Denied() =>
        LedBy(transaction => transaction.Deny(DenialReason.ProviderBlocked, _at));

    /// <summary>Found to be too late.</summary>
    public LoginTransactionBuilder Expired() => Challenged().LedBy(transaction =>
        transaction.Deny(DenialReason.ChallengeFailed, transaction.ExpiresAt));

    /// <summary>After this call, too.</summary>
    public LoginTransactionBuilder LedBy(Action<LoginTransaction> call)
    {
        _lead += call;
        return this;
    }

    /// <summary>In this state.</summary>
    public LoginTransactionBuilder In(LoginState state) => state switch
    {
        LoginState.PasswordVerified => this,
        LoginState.MfaChallenged => Challenged(),
        LoginState.Succeeded => Succeeded(),
        LoginState.Denied => Denied(),
        LoginState.Expired => Expired(),
    };

    /// <summary>The transaction, as read back from a store: without unsaved events.</summary>
    public LoginTransaction Build()
    {
        var (_, evidence) = _account.BuildVerified(_at);
        var request = new LoginRequest(_returnUrl, _required, _persistent);
        var transaction = LoginTransaction.Start(_id, evidence, request, _browser, Moments.Lifetime);
        _lead(transaction);
        transaction.MarkSaved();
        return transaction;
    }

    private static ChallengeVerdict.Passed PassedBy(UserId user)
    {
        var challenge = Given.AChallenge();
        return new ChallengeVerdict.Passed(user, challenge.Action, challenge.Reference, AuthenticationMethod.OneTimePassword, Moments.Start);
    }
}
