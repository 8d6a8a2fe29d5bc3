using CleanLogin.Domain.Accounts;
using CleanLogin.Domain.Assurance;
using CleanLogin.Domain.Mfa;
using CleanLogin.Domain.SecurityEvents;

namespace CleanLogin.Domain.Login;

/// <summary>
/// One login, from the verified password to its end. It gives at most one session, only to the browser that began it, only for the
/// person whose password was verified, and only in time. The table of states and calls is in docs/login-flow.md.
/// </summary>
/// <remarks>
/// Every change raises exactly one <see cref="SecurityEvent"/>; changes and events are saved together and the version is checked on
/// save, so that of two parallel calls one is refused. Not promised: anything before it was saved.
/// </remarks>
public sealed class LoginTransaction
{
    /// <summary>How many tokens that nobody knows are tolerated before the transaction ends.</summary>
    public const int UnknownTokenLimit = 3;

    private readonly List<SecurityEvent> _events = [];

    private LoginTransaction(
        LoginTransactionId id, UserId user, BrowserBinding browser, ReturnUrl returnUrl, AuthenticationMethods methods)
    {
        Id = id;
        User = user;
        Browser = browser;
        ReturnUrl = returnUrl;
        Methods = methods;
    }

    /// <summary>Its name.</summary>
    public LoginTransactionId Id { get; private init; }

    /// <summary>Whose password was verified.</summary>
    public UserId User { get; private init; }

    /// <summary>The browser that began.</summary>
    public BrowserBinding Browser { get; private init; }

    /// <summary>Where to go afterwards.</summary>
    public ReturnUrl ReturnUrl { get; private init; }

    /// <summary>The lowest level that is enough.</summary>
    public AssuranceLevel RequiredLevel { get; private init; }

    /// <summary>Whether to stay signed in after the browser is closed.</summary>
    public bool Persistent { get; private init; }

    /// <summary>When it began.</summary>
    public DateTimeOffset StartedAt { get; private init; }

    /// <summary>From this moment on it is expired.</summary>
    public DateTimeOffset ExpiresAt { get; private init; }

    /// <summary>Where it stands.</summary>
    public LoginState State { get; private set; }

    /// <summary>What has been proven so far. Only grows.</summary>
    public AuthenticationMethods Methods { get; private set; }

    /// <summary>The challenge that is open or was answered.</summary>
    public MfaChallenge? Challenge { get; private set; }

    // A password waits for its second step; a passkey is all of a login, and was used before anybody here heard of it.
    private DateTimeOffset? AuthenticatedAt => Methods.Items.Contains(AuthenticationMethod.Password) ? EndedAt : StartedAt;

    /// <summary>When it ended, if it has.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>Tokens seen that nobody knew.</summary>
    public int UnknownTokens { get; private set; }

    /// <summary>Counts changes; checked on save.</summary>
    public int Version { get; private set; }

    /// <summary>The events not yet saved.</summary>
    public IReadOnlyList<SecurityEvent> Events => _events;

    /// <summary>The right to a session: there only when the login has succeeded.</summary>
    public SignInTicket? Ticket =>
        State is LoginState.Succeeded && AuthenticatedAt is { } at ? new SignInTicket(User, Methods, at, Persistent) : null;

    /// <summary>Starts with the evidence that a password was verified. There is no transaction, and so nothing stored, before.</summary>
    public static LoginTransaction Start(
        LoginTransactionId id, VerifiedPassword password, LoginRequest request, BrowserSecret secret, TimeSpan lifetime)
    {
        ArgumentNullException.ThrowIfNull(password);
        ArgumentNullException.ThrowIfNull(request);
        var methods = AuthenticationMethods.Of(AuthenticationMethod.Password);
        return new LoginTransaction(id, password.User, BrowserBinding.To(secret), request.ReturnUrl, methods)
        {
            RequiredLevel = request.RequiredLevel,
            Persistent = request.Persistent,
            StartedAt = password.At,
            ExpiresAt = password.At + lifetime,
            State = LoginState.PasswordVerified,
        };
    }

    /// <summary>
    /// A login by passkey alone, which begins and ends in one call: there is no state in between that anybody could meet. It is named after
    /// that use of the passkey, so that one use gives one session at the most.
    /// </summary>
    /// <param name="account">Whose passkey the provider says it was.</param>
    /// <param name="passed">
    /// What the provider says, about a challenge of <paramref name="action"/>. The login counts from when the passkey was used, however late
    /// the word of it comes.
    /// </param>
    /// <param name="action">What passkeys are asked for under when somebody signs in.</param>
    /// <param name="request">What the login is for.</param>
    /// <param name="secret">Given to nobody: there is nothing to go on with.</param>
    /// <param name="now">When.</param>
    public static LoginTransaction ByPasskey(
        Account account, ChallengeVerdict.Passed passed, string action, LoginRequest request, BrowserSecret secret, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(account);
        ArgumentNullException.ThrowIfNull(passed);
        ArgumentNullException.ThrowIfNull(request);
        var login = new LoginTransaction(
            LoginTransactionId.OfUse(passed.Action, passed.Reference),
            account.Id,
            BrowserBinding.To(secret),
            request.ReturnUrl,
            AuthenticationMethods.None)
        {
            RequiredLevel = request.RequiredLevel,
            Persistent = request.Persistent,
            StartedAt = passed.At,
            ExpiresAt = now,
        };
        login.EndWithPasskey(account, passed, action, now);
        return login;
    }

    /// <summary>Asks for a second step.</summary>
    public Transition AskFor(MfaChallenge challenge, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(challenge);
        if (Closed(now) is { } closed)
        {
            return closed;
        }

        if (State is not LoginState.PasswordVerified)
        {
            return new Transition.Refused(DenialReason.AlreadyUsed);
        }

        Challenge = challenge;
        return Move(LoginState.MfaChallenged, new MfaChallengeIssued(now, User, Id));
    }

    /// <summary>Succeeds without a second step, by the permit that only <see cref="MfaPolicy"/> mints.</summary>
    public Transition SucceedWithoutMfa(MfaNotRequired permit, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(permit);
        if (Closed(now) is { } closed)
        {
            return closed;
        }

        return State is LoginState.PasswordVerified ? Succeed(now) : (Transition)new Transition.Refused(DenialReason.AlreadyUsed);
    }

    /// <summary>Refuses the login.</summary>
    public Transition Deny(DenialReason reason, DateTimeOffset now) => Closed(now) ?? End(reason, now);

    /// <summary>
    /// Whether this browser may go on with the challenge at this time. Changes nothing but expiry; a stranger cannot end somebody
    /// else's login. Null: it may.
    /// </summary>
    public Transition.Refused? Admit(BrowserSecret? secret, DateTimeOffset now)
    {
        // The browser comes first: who does not hold the secret learns nothing about the state.
        if (!Browser.Matches(secret))
        {
            _events.Add(new BrowserMismatchSeen(now, User, Id));
            return new Transition.Refused(DenialReason.WrongBrowser);
        }

        if (Closed(now) is { } closed)
        {
            return closed as Transition.Refused ?? new Transition.Refused(DenialReason.Expired);
        }

        return State is LoginState.MfaChallenged ? null : new Transition.Refused(DenialReason.NotChallenged);
    }

    /// <summary>Ends the challenge with the provider's verdict.</summary>
    public Transition Complete(ChallengeVerdict verdict, BrowserSecret? secret, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(verdict);
        return Admit(secret, now) as Transition ?? verdict.Match(
            passed => Accept(passed, now),
            failed => End(failed.Reason, now),
            unknown => CountUnknownToken(now),
            abandoned => new Transition.Refused(DenialReason.ChallengeAbandoned),
            unavailable => new Transition.Refused(DenialReason.ProviderUnavailable));
    }

    /// <summary>
    /// Notes that a recovery code was redeemed. It proves no factor: the challenge stays open, now for enrolling a new authenticator.
    /// </summary>
    public Transition RecordRecovery(BrowserSecret? secret, DateTimeOffset now)
    {
        if (Admit(secret, now) is { } refused)
        {
            return refused;
        }

        if (!AllowsRecovery)
        {
            return new Transition.Refused(DenialReason.NotChallenged);
        }

        Methods = Methods.With(AuthenticationMethod.RecoveryCode);
        return Move(LoginState.MfaChallenged, new RecoveryCodeRedeemed(now, User, Id));
    }

    /// <summary>Whether the way back to a lost authenticator is open: not while the own pages stand in for another provider.</summary>
    public bool AllowsRecovery => State is LoginState.MfaChallenged && Challenge is { IsOnOwnPages: true, IsStandIn: false };

    /// <summary>Whether a new authenticator may be enrolled in this login: none is there yet, or the way back was proven.</summary>
    public bool AllowsEnrolment => AllowsRecovery && (Challenge is { Enrol: true } || AllowsReplacement);

    /// <summary>
    /// Whether an authenticator enrolled in this login may take the place of others: only where the way back was proven. That there was
    /// none when the login began is not enough, since one may have been enrolled meanwhile.
    /// </summary>
    public bool AllowsReplacement => Methods.Items.Contains(AuthenticationMethod.RecoveryCode);

    /// <summary>The store calls this once changes and events are saved.</summary>
    public void MarkSaved() => _events.Clear();

    private Transition.Moved Accept(ChallengeVerdict.Passed passed, DateTimeOffset now)
    {
        // A verdict about anybody or anything else is not evidence for this login.
        if (passed.User != User || Challenge is not { } challenge || !challenge.IsAnsweredBy(passed))
        {
            return End(DenialReason.ChallengeMismatch, now);
        }

        Methods = Methods.With(passed.Method);
        return Succeed(now);
    }

    private void EndWithPasskey(Account account, ChallengeVerdict.Passed passed, string action, DateTimeOffset now)
    {
        // A passkey that was used for anything else, such as adding another one, signs nobody in.
        if (passed.User != account.Id || passed.Action != action)
        {
            End(DenialReason.ChallengeMismatch, now);
        }
        // Before the account is looked at: that one factor is not enough is the same for every account.
        else if (!passed.Method.SignsInAlone)
        {
            End(DenialReason.UnsupportedMethod, now);
        }
        else if (!account.Honours(passed.At))
        {
            End(DenialReason.AccountUnusable, now);
        }
        else
        {
            Methods = Methods.With(passed.Method);
            Succeed(now);
        }
    }

    private Transition CountUnknownToken(DateTimeOffset now)
    {
        UnknownTokens++;
        if (UnknownTokens >= UnknownTokenLimit)
        {
            return End(DenialReason.UnknownToken, now);
        }

        Record(new MfaChallengeRejected(now, User, Id, DenialReason.UnknownToken));
        return new Transition.Refused(DenialReason.UnknownToken);
    }

    private Transition.Moved Succeed(DateTimeOffset now)
    {
        if (Methods.Level < RequiredLevel)
        {
            return End(DenialReason.AssuranceNotMet, now);
        }

        EndedAt = now;
        return Move(LoginState.Succeeded, new LoginSucceeded(now, User, Id, Methods.Level));
    }

    private Transition.Moved End(DenialReason reason, DateTimeOffset now)
    {
        EndedAt = now;
        return Move(LoginState.Denied, new LoginDenied(now, User, Id, reason));
    }

    private Transition? Closed(DateTimeOffset now)
    {
        if (State is LoginState.Succeeded or LoginState.Denied)
        {
            return new Transition.Refused(DenialReason.AlreadyUsed);
        }

        if (State is LoginState.Expired)
        {
            return new Transition.Refused(DenialReason.Expired);
        }

        // Judged here, from the time given, so that a sweeper that is late cannot extend a login.
        if (now < ExpiresAt)
        {
            return null;
        }

        EndedAt = now;
        return Move(LoginState.Expired, new LoginExpired(now, User, Id));
    }

    private Transition.Moved Move(LoginState to, SecurityEvent because)
    {
        State = to;
        Record(because);
        return new Transition.Moved(to);
    }

    private void Record(SecurityEvent because)
    {
        Version++;
        _events.Add(because);
    }
}
