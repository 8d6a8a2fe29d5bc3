using CleanLogin.Domain.Accounts;
using CleanLogin.Domain.Assurance;
using CleanLogin.Domain.Login;
using CleanLogin.Domain.Mfa;
using CleanLogin.Testing;
using CleanLogin.Testing.Builders;

namespace CleanLogin.Domain.Tests.Login;

internal static class Calls
{
    public static BrowserSecret Owner { get; } = Given.ABrowser();

    public static BrowserSecret Thief { get; } = Given.ABrowser(8);

    // Some calls need a transaction that asks for more than they prove.
    public static AssuranceLevel LevelFor(Call call) => call switch
    {
        Call.SucceedWithoutMfaBelowLevel => AssuranceLevel.MultiFactor,
        Call.PassedBelowLevel => AssuranceLevel.PhishingResistant,
        _ => AssuranceLevel.SingleFactor,
    };

    /// <summary>Makes the call; null where it admits.</summary>
    public static Transition? Apply(this LoginTransaction login, Call call, DateTimeOffset now) => call switch
    {
        Call.AskFor => login.AskFor(Given.AChallenge(), now),
        Call.SucceedWithoutMfa or Call.SucceedWithoutMfaBelowLevel => login.SucceedWithoutMfa(Given.APermit(), now),
        Call.Deny => login.Deny(DenialReason.ProviderBlocked, now),
        Call.Admit => login.Admit(Owner, now),
        Call.AdmitWrongBrowser => login.Admit(Thief, now),
        Call.Passed or Call.PassedBelowLevel => login.Complete(Passed(login.User), Owner, now),
        Call.PassedByAnotherPerson => login.Complete(Passed(new UserId("id-of-mallory")), Owner, now),
        Call.PassedForAnotherAction => login.Complete(Passed(login.User) with { Action = "payment" }, Owner, now),
        Call.PassedAnotherChallenge => login.Complete(Passed(login.User) with { Reference = "challenge-2" }, Owner, now),
        Call.Failed => login.Complete(new ChallengeVerdict.Failed(DenialReason.ChallengeFailed), Owner, now),
        Call.UnknownToken => login.Complete(new ChallengeVerdict.UnknownToken(), Owner, now),
        Call.ThirdUnknownToken => login.Complete(new ChallengeVerdict.UnknownToken(), Owner, now),
        Call.Abandoned => login.Complete(new ChallengeVerdict.Abandoned(), Owner, now),
        Call.Unavailable => login.Complete(new ChallengeVerdict.Unavailable(), Owner, now),
        Call.PassedInWrongBrowser => login.Complete(Passed(login.User), Thief, now),
        Call.PassedWithoutBrowser => login.Complete(Passed(login.User), secret: null, now),
        Call.RecordRecovery => login.RecordRecovery(Owner, now),
        Call.RecordRecoveryInWrongBrowser => login.RecordRecovery(Thief, now),
    };

    public static ChallengeVerdict.Passed Passed(UserId user) =>
        new(user, Given.AChallenge().Action, Given.AChallenge().Reference, AuthenticationMethod.OneTimePassword, Moments.Start);
}
