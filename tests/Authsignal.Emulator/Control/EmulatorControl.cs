using System.Text.Json;
using CleanLogin.Authsignal.Emulator.Challenges;
using CleanLogin.Authsignal.Emulator.Knobs;
using CleanLogin.Authsignal.Emulator.State;
using CleanLogin.Authsignal.Emulator.Tokens;
using CleanLogin.Authsignal.Emulator.Webhooks;
using CleanLogin.Authsignal.Emulator.Wire;

namespace CleanLogin.Authsignal.Emulator.Control;

/// <summary>Everything that a test may do behind the API's back. The control API under /control says the same by HTTP.</summary>
public sealed class EmulatorControl
{
    private readonly KnobStore _knobs;
    private readonly Tenant _tenant;
    private readonly RequestLog _requests;
    private readonly ActionTokens _tokens;
    private readonly Completion _completion;
    private readonly WebhookOutbox _outbox;
    private readonly WebhookTransport _webhooks;
    private readonly TimeProvider _time;

    internal EmulatorControl(
        KnobStore knobs,
        Tenant tenant,
        RequestLog requests,
        ActionTokens tokens,
        Completion completion,
        WebhookOutbox outbox,
        WebhookTransport webhooks,
        TimeProvider time) =>
        (_knobs, _tenant, _requests, _tokens, _completion, _outbox, _webhooks, _time) =
        (knobs, tenant, requests, tokens, completion, outbox, webhooks, time);

    public EmulatorKnobs Knobs => _knobs.Current;

    /// <summary>The requests to the API since the start or the last reset, oldest first.</summary>
    public IReadOnlyList<RecordedRequest> Requests => _requests.Requests;

    /// <summary>The e-mails that were sent since the start or the last reset, oldest first.</summary>
    public IReadOnlyList<SentEmail> Emails => _tenant.Run<IReadOnlyList<SentEmail>>(() => [.. _tenant.Emails]);

    /// <summary>Every try to send an event since the start or the last reset, oldest first.</summary>
    public IReadOnlyList<WebhookDelivery> Webhooks => _webhooks.Deliveries;

    /// <summary>Sends events to this in place of the network, for a login server that listens on no port.</summary>
    public void SendWebhooksTo(HttpMessageHandler receiver) => _webhooks.Receiver = receiver;

    /// <summary>Waits until every event has been sent, retries that are due later apart.</summary>
    public Task WebhooksSentAsync(CancellationToken ct) => _outbox.WhenIdleAsync(ct);

    /// <summary>Sends an event now, whatever has happened.</summary>
    /// <returns>What the receiver said, or null if no receiver is configured.</returns>
    public async Task<WebhookDelivery?> SendWebhookAsync(WebhookToSend webhook, CancellationToken ct)
    {
        if (_knobs.Current.WebhookUrl is not { } url)
        {
            return null;
        }

        var body = webhook.Body ?? _outbox.Write(webhook.Type, webhook.Data ?? JsonSerializer.SerializeToElement(new { }), webhook.Id);
        var signature = webhook.Signature ?? _webhooks.Sign(body, webhook.SignedAhead);
        return await _webhooks.SendAsync(
            new PendingWebhook(url, webhook.Type, body, Attempt: 1), signature.Length == 0 ? null : signature, ct);
    }

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

    /// <summary>Signs somebody in by passkey as autofill does, without a browser.</summary>
    /// <returns>The token that the browser would have got, or null if the user has no passkey.</returns>
    public string? SignInByPasskey(string userId, string? action = null, string? idempotencyKey = null) => _tenant.Run(() =>
        _tenant.FindUser(userId) is { } user && user.FindAuthenticator(VerificationMethods.Passkey) is { } passkey
            ? _tokens.Issue(_completion.SignedIn(user, passkey, action, idempotencyKey))
            : null);

    /// <summary>Forgets everything and turns all knobs back to how they stood at the start.</summary>
    public void Reset()
    {
        _knobs.Reset();
        _requests.Clear();
        _webhooks.Clear();
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
        Passkey = seed.VerificationMethod == VerificationMethods.Passkey ? PasskeyCredential.MadeUp() : null,
        TotpSecret = seed.VerificationMethod == VerificationMethods.AuthenticatorApp ? seed.TotpSecret ?? TotpCodes.NewSecret() : null,
    };
}
