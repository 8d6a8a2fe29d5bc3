namespace CleanLogin.Domain.Tests.Login;

/// <summary>
/// What every call does in every state. "to X" moves there, "no X" refuses for that reason and leaves the state, "yes" admits; what
/// stands in brackets is the one event it raises, if it raises one. Short: used = no AlreadyUsed, late = no Expired,
/// stranger = no WrongBrowser [BrowserMismatchSeen].
/// </summary>
internal static class LoginTransactionTable
{
    private const string Text = """
        call                         | PasswordVerified                      | MfaChallenged                           | Succeeded | Denied   | Expired
        AskFor                       | to MfaChallenged [MfaChallengeIssued] | used                                    | used      | used     | late
        SucceedWithoutMfa            | to Succeeded [LoginSucceeded]         | used                                    | used      | used     | late
        SucceedWithoutMfaBelowLevel  | to Denied [LoginDenied]               | used                                    | used      | used     | late
        Deny                         | to Denied [LoginDenied]               | to Denied [LoginDenied]                 | used      | used     | late
        Admit                        | no NotChallenged                      | yes                                     | used      | used     | late
        AdmitWrongBrowser            | stranger                              | stranger                                | stranger  | stranger | stranger
        Passed                       | no NotChallenged                      | to Succeeded [LoginSucceeded]           | used      | used     | late
        PassedByAnotherPerson        | no NotChallenged                      | to Denied [LoginDenied]                 | used      | used     | late
        PassedForAnotherAction       | no NotChallenged                      | to Denied [LoginDenied]                 | used      | used     | late
        PassedAnotherChallenge       | no NotChallenged                      | to Denied [LoginDenied]                 | used      | used     | late
        PassedBelowLevel             | no NotChallenged                      | to Denied [LoginDenied]                 | -         | used     | late
        Failed                       | no NotChallenged                      | to Denied [LoginDenied]                 | used      | used     | late
        UnknownToken                 | no NotChallenged                      | no UnknownToken [MfaChallengeRejected]  | used      | used     | late
        ThirdUnknownToken            | no NotChallenged                      | to Denied [LoginDenied]                 | used      | used     | late
        Abandoned                    | no NotChallenged                      | no ChallengeAbandoned                   | used      | used     | late
        Unavailable                  | no NotChallenged                      | no ProviderUnavailable                  | used      | used     | late
        PassedInWrongBrowser         | stranger                              | stranger                                | stranger  | stranger | stranger
        PassedWithoutBrowser         | stranger                              | stranger                                | stranger  | stranger | stranger
        RecordRecovery               | no NotChallenged                      | to MfaChallenged [RecoveryCodeRedeemed] | used      | used     | late
        RecordRecoveryInWrongBrowser | stranger                              | stranger                                | stranger  | stranger | stranger
        """;

    private static readonly string[][] Rows =
        [.. Text.Split('\n').Select(line => line.Split('|', StringSplitOptions.TrimEntries))];

    public static IReadOnlyList<string> States => Rows[0][1..];

    public static IReadOnlyList<string> Calls => [.. Rows.Skip(1).Select(row => row[0])];

    public static string Cell(string state, string call) =>
        Rows.Single(row => row[0] == call)[Array.IndexOf(Rows[0], state)] switch
        {
            "used" => "no AlreadyUsed",
            "late" => "no Expired",
            "stranger" => "no WrongBrowser [BrowserMismatchSeen]",
            var cell => cell,
        };
}
