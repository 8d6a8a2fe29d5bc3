using CleanLogin.Authsignal.Emulator.State;
using CleanLogin.Authsignal.Emulator.Wire;

namespace CleanLogin.Authsignal.Emulator.Challenges;

/// <summary>
/// A user's first authenticator, which at once completes the action. It is refused to somebody who has one already:
/// otherwise a stolen password would be enough to add a factor of one's own.
/// </summary>
internal sealed class Enrolment(EmailCodes emailCodes, TimeProvider time)
{
    public static string OfferTotpSecret(TrackedAction action) => action.OfferedTotpSecret ??= TotpCodes.NewSecret();

    public bool ConfirmTotp(TrackedAction action, TenantUser user, string code)
    {
        var now = time.GetUtcNow();
        if (!MayEnrol(action, user)
            || action.OfferedTotpSecret is not { } secret
            || !TotpCodes.Matches(secret, code, now, out var step))
        {
            return false;
        }

        var authenticator = new UserAuthenticator(user.Id, VerificationMethods.AuthenticatorApp, now) { TotpSecret = secret };
        authenticator.UseTotpStep(step);
        Complete(action, user, authenticator, now);
        return true;
    }

    public bool SendEmail(TrackedAction action, TenantUser user, string address)
    {
        if (!MayEnrol(action, user) || !IsAddress(address))
        {
            return false;
        }

        emailCodes.Send(action, address);
        return true;
    }

    public bool ConfirmEmail(TrackedAction action, TenantUser user, string code)
    {
        var now = time.GetUtcNow();
        if (!MayEnrol(action, user) || action.EmailCode is not { } sent || !sent.Accepts(code, now))
        {
            return false;
        }

        user.Change(new UserAttributes { Email = sent.Address, EmailVerified = true });
        Complete(action, user, new UserAuthenticator(user.Id, VerificationMethods.EmailOtp, now) { Email = sent.Address }, now);
        return true;
    }

    public static bool MayEnrol(TrackedAction action, TenantUser user) => action.IsOpen && !user.IsEnrolled;

    private static void Complete(TrackedAction action, TenantUser user, UserAuthenticator authenticator, DateTimeOffset now)
    {
        authenticator.MarkVerified(now);
        user.Enrol(authenticator);
        action.Succeed(authenticator.Method, authenticator.Id, now);
    }

    private static bool IsAddress(string text) => text.IndexOf('@', StringComparison.Ordinal) is > 0 and var at && at < text.Length - 1;
}
