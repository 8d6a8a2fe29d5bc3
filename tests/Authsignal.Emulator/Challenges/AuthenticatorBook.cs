using CleanLogin.Authsignal.Emulator.State;
using CleanLogin.Authsignal.Emulator.Webhooks;
using CleanLogin.Authsignal.Emulator.Wire;

namespace CleanLogin.Authsignal.Emulator.Challenges;

/// <summary>The one way in which authenticators come and go, so that no change goes by without its event.</summary>
internal sealed class AuthenticatorBook(WebhookOutbox webhooks, TimeProvider time)
{
    /// <summary>Adds an authenticator, or finds the one that is the same.</summary>
    public UserAuthenticator Enrol(TenantUser user, UserAuthenticator authenticator)
    {
        var enrolled = user.Enrol(authenticator);
        if (ReferenceEquals(enrolled, authenticator))
        {
            webhooks.Add(WebhookTypes.AuthenticatorCreated, AuthenticatorEvent.About(enrolled));
        }

        return enrolled;
    }

    public bool Remove(TenantUser user, string authenticatorId)
    {
        if (user.Remove(authenticatorId) is not { } removed)
        {
            return false;
        }

        webhooks.Add(WebhookTypes.AuthenticatorDeleted, AuthenticatorEvent.About(removed) with { DeletedAt = time.GetUtcNow() });
        return true;
    }

    /// <summary>Changes the user, and with a verified e-mail address the authenticators that go by it.</summary>
    public void Change(TenantUser user, UserAttributes change)
    {
        foreach (var moved in user.Change(change))
        {
            webhooks.Add(
                WebhookTypes.AuthenticatorUpdated,
                AuthenticatorEvent.About(moved) with { CreatedAt = null, UpdatedAt = time.GetUtcNow() });
        }
    }
}
