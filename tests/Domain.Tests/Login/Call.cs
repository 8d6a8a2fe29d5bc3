namespace CleanLogin.Domain.Tests.Login;

/// <summary>Every way to call a login transaction that can end differently.</summary>
public enum Call
{
    AskFor,
    SucceedWithoutMfa,
    SucceedWithoutMfaBelowLevel,
    Deny,
    Admit,
    AdmitWrongBrowser,
    Passed,
    PassedByAnotherPerson,
    PassedForAnotherAction,
    PassedAnotherChallenge,
    PassedBelowLevel,
    Failed,
    UnknownToken,
    ThirdUnknownToken,
    Abandoned,
    Unavailable,
    PassedInWrongBrowser,
    PassedWithoutBrowser,
    RecordRecovery,
    RecordRecoveryInWrongBrowser,
}
