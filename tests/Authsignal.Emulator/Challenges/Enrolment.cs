using CleanLogin.Authsignal.Emulator.State;
using CleanLogin.Authsignal.Emulator.Wire;

namespace CleanLogin.Authsignal.Emulator.Challenges;

/// <summary>The set-up of an authenticator app or an e-mail address, for whoever may add one.</summary>
internal sealed class Enrolment(EmailCodes emailCodes, Grants grants, Completion completion, AuthenticatorBook book, TimeProvider time)
{
    public static string OfferTotpSecret(TrackedAction action) => action.OfferedTotpSecret ??= TotpCodes.NewSecret();

    public bool ConfirmTotp(TrackedAction action, TenantUser user, string code)
    {
        var now = time.GetUtcNow();
        if (!grants.MayAdd(action, user)
            || action.OfferedTotpSecret is not { } secret
            || !TotpCodes.Matches(secret, code, now, out var step))
        {
            return false;
        }

        var authenticator = new UserAuthenticator(user.Id, VerificationMethods.AuthenticatorApp, now) { TotpSecret = secret };
        authenticator.UseTotpStep(step);
        action.OfferedTotpSecret = null;
        completion.Enrolled(action, user, authenticator);
        return true;
    }

    public bool SendEmail(TrackedAction action, TenantUser user, string address)
    {
        if (!grants.MayAdd(action, user) || !IsAddress(address))
        {
            return false;
        }

        emailCodes.Send(action, address);
        return true;
    }

    public bool ConfirmEmail(TrackedAction action, TenantUser user, string code)
    {
        var now = time.GetUtcNow();
        if (!grants.MayAdd(action, user) || action.EmailCode is not { } sent || !sent.Accepts(code, now))
        {
            return false;
        }

        action.EmailCode = null;
        book.Change(user, new UserAttributes { Email = sent.Address, EmailVerified = true });
        completion.Enrolled(action, user, new UserAuthenticator(user.Id, VerificationMethods.EmailOtp, now) { Email = sent.Address });
        return true;
    }

    private static bool IsAddress(string text) => text.IndexOf('@', StringComparison.Ordinal) is > 0 and var at && at < text.Length - 1;
}
