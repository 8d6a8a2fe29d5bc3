using CleanLogin.Authsignal.Emulator.Challenges;
using CleanLogin.Authsignal.Emulator.Knobs;
using CleanLogin.Authsignal.Emulator.State;
using CleanLogin.Authsignal.Emulator.Tokens;
using CleanLogin.Authsignal.Emulator.Wire;

namespace CleanLogin.Authsignal.Emulator.Control;

/// <summary>Everything that a test may do behind the API's back. The control API under /control says the same by HTTP.</summary>
public sealed class EmulatorControl
{
    private readonly KnobStore _knobs;
    private readonly Tenant _tenant;
    private readonly RequestLog _requests;
    private readonly ActionTokens _tokens;
    private readonly TimeProvider _time;

    internal EmulatorControl(KnobStore knobs, Tenant tenant, RequestLog requests, ActionTokens tokens, TimeProvider time) =>
        (_knobs, _tenant, _requests, _tokens, _time) = (knobs, tenant, requests, tokens, time);

    public EmulatorKnobs Knobs => _knobs.Current;

    /// <summary>The requests to the API since the start or the last reset, oldest first.</summary>
    public IReadOnlyList<RecordedRequest> Requests => _requests.Requests;

    /// <summary>The e-mails that were sent since the start or the last reset, oldest first.</summary>
    public IReadOnlyList<SentEmail> Emails => _tenant.Run<IReadOnlyList<SentEmail>>(() => [.. _tenant.Emails]);

    /// <summary>Turns knobs, as in <c>Configure(knobs => knobs with { QuitWithToken = false })</c>.</summary>
    public EmulatorKnobs Configure(Func<EmulatorKnobs, EmulatorKnobs> change) => _knobs.Change(change);

    /// <summary>The last e-mail to somebody, or null if there is none.</summary>
    public SentEmail? LastEmail(string? userId = null) => Emails.LastOrDefault(email => (userId ?? email.UserId) == email.UserId);

    /// <summary>Puts a user in place, adding to what is there.</summary>
    /// <returns>The user's authenticators, all of them.</returns>
    public IReadOnlyList<SeededAuthenticator> Seed(SeedUser seed) => _tenant.Run<IReadOnlyList<SeededAuthenticator>>(() =>
    {
        var user = _tenant.GetOrAddUser(seed.UserId);
        user.Change(new UserAttributes { Email = seed.Email, Username = seed.Username });
        foreach (var authenticator in seed.Authenticators)
        {
            user.Enrol(Create(authenticator, user));
        }

        return [.. user.Authenticators.Select(enrolled => new SeededAuthenticator(enrolled.Id, enrolled.Method, enrolled.TotpSecret))];
    });

    /// <summary>Ends an action without its UI.</summary>
    /// <returns>The token that the UI would have sent back, or null if there is no such action.</returns>
    public string? Complete(CompletedAction completed) => _tenant.Run(() =>
    {
        var key = new ActionKey(completed.UserId, completed.Action, completed.IdempotencyKey);
        if (_tenant.FindAction(key) is not { } action)
        {
            return null;
        }

        if (completed.State == ActionStates.ChallengeSucceeded)
        {
            var used = _tenant.FindUser(key.UserId)?.FindAuthenticator(completed.VerificationMethod);
            action.Succeed(completed.VerificationMethod, used?.Id, _time.GetUtcNow());
        }
        else
        {
            action.MoveTo(completed.State, _time.GetUtcNow());
        }

        return _tokens.Issue(action);
    });

    /// <summary>Forgets everything and turns all knobs back to how they stood at the start.</summary>
    public void Reset()
    {
        _knobs.Reset();
        _requests.Clear();
        _tenant.Run(() =>
        {
            _tenant.Clear();
            return 0;
        });
    }

    private UserAuthenticator Create(SeedAuthenticator seed, TenantUser user) => new(user.Id, seed.VerificationMethod, _time.GetUtcNow())
    {
        Email = seed.Email ?? (VerificationMethods.IsEmail(seed.VerificationMethod) ? user.Attributes.Email : null),
        PhoneNumber = seed.PhoneNumber,
        TotpSecret = seed.VerificationMethod == VerificationMethods.AuthenticatorApp ? seed.TotpSecret ?? TotpCodes.NewSecret() : null,
    };
}
