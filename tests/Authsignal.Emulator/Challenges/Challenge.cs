using CleanLogin.Authsignal.Emulator.State;
using CleanLogin.Authsignal.Emulator.Wire;

namespace CleanLogin.Authsignal.Emulator.Challenges;

/// <summary>The proof of an enrolled user. A wrong code leaves the action as it is; only Deny makes it fail.</summary>
internal sealed class Challenge(EmailCodes emailCodes, Completion completion, TimeProvider time)
{
    public bool VerifyTotp(TrackedAction action, TenantUser user, string code)
    {
        if (!action.IsOpen)
        {
            return false;
        }

        var now = time.GetUtcNow();
        var authenticator = user.Authenticators.FirstOrDefault(candidate =>
            candidate.TotpSecret is { } secret && TotpCodes.Matches(secret, code, now, out var step) && candidate.UseTotpStep(step));
        return authenticator is not null && Succeed(action, authenticator);
    }

    public bool SendEmail(TrackedAction action, TenantUser user)
    {
        if (!action.IsOpen || user.FindAuthenticator(VerificationMethods.EmailOtp)?.Email is not { } address)
        {
            return false;
        }

        emailCodes.Send(action, address);
        return true;
    }

    public bool VerifyEmail(TrackedAction action, TenantUser user, string code)
    {
        var now = time.GetUtcNow();
        return action.IsOpen
            && user.FindAuthenticator(VerificationMethods.EmailOtp) is { } authenticator
            && action.EmailCode is { } sent
            && sent.Address == authenticator.Email
            && sent.Accepts(code, now)
            && Succeed(action, authenticator);
    }

    public bool RedeemRecoveryCode(TrackedAction action, TenantUser user, string code)
    {
        if (!action.IsOpen || !user.Redeem(code))
        {
            return false;
        }

        action.Succeed(VerificationMethods.RecoveryCode, authenticatorId: null, time.GetUtcNow());
        return true;
    }

    public void Deny(TrackedAction action)
    {
        if (action.IsOpen)
        {
            action.MoveTo(ActionStates.ChallengeFailed, time.GetUtcNow());
        }
    }

    private bool Succeed(TrackedAction action, UserAuthenticator authenticator)
    {
        completion.Challenged(action, authenticator);
        return true;
    }
}
