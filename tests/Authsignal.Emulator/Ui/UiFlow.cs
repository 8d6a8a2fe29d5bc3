using CleanLogin.Authsignal.Emulator.Challenges;
using CleanLogin.Authsignal.Emulator.Knobs;
using CleanLogin.Authsignal.Emulator.Tokens;

namespace CleanLogin.Authsignal.Emulator.Ui;

/// <summary>The steps of the pre-built UI: what a posted form does, and where it leads.</summary>
internal sealed class UiFlow(
    UiSessions sessions, ScreenSet screens, Enrolment enrolment, Challenge challenge, ActionTokens tokens, KnobStore knobs)
{
    public IResult Show(string? token, string? method, bool mayQuit) =>
        sessions.Run(token, session => screens.For(session, method, mayQuit));

    public IResult EnrolTotp(string? token, string code) => sessions.Run(token, session =>
        enrolment.ConfirmTotp(session.Action, session.User, code)
            ? Enrolled(session)
            : Refused(session, () => screens.EnrolTotp(session, wrong: true)));

    public IResult EnrolEmail(string? token, string address) => sessions.Run(token, session =>
        enrolment.SendEmail(session.Action, session.User, address)
            ? screens.EnterEmailCode(session)
            : Refused(session, () => screens.EnrolEmail(session, refusedAddress: address)));

    public IResult EnrolEmailCode(string? token, string code) => sessions.Run(token, session =>
        enrolment.ConfirmEmail(session.Action, session.User, code)
            ? Enrolled(session)
            : Refused(session, () => screens.EnterEmailCode(session, wrong: true)));

    public IResult ChallengeTotp(string? token, string code) => sessions.Run(token, session =>
        challenge.VerifyTotp(session.Action, session.User, code)
            ? Leave(session)
            : Refused(session, () => screens.ChallengeTotp(session, wrong: true)));

    public IResult SendChallengeEmail(string? token) => sessions.Run(token, session =>
        challenge.SendEmail(session.Action, session.User)
            ? screens.EnterEmailCode(session)
            : screens.For(session, method: null, mayQuit: true));

    public IResult ChallengeEmailCode(string? token, string code) => sessions.Run(token, session =>
        challenge.VerifyEmail(session.Action, session.User, code)
            ? Leave(session)
            : Refused(session, () => screens.EnterEmailCode(session, wrong: true)));

    public IResult ChallengeRecovery(string? token, string code) => sessions.Run(token, session =>
        challenge.RedeemRecoveryCode(session.Action, session.User, code)
            ? Leave(session)
            : Refused(session, () => screens.ChallengeRecovery(session, wrong: true)));

    public IResult Quit(string? token) => sessions.Run(token, session => Leave(session, withToken: knobs.Current.QuitWithToken));

    public IResult Deny(string? token) => sessions.Run(token, session =>
    {
        challenge.Deny(session.Action);
        return Leave(session);
    });

    public IResult Leave(string? token) => sessions.Run(token, session => Leave(session));

    private IResult Enrolled(UiSession session) => knobs.Current.IssueRecoveryCodes
        ? screens.RecoveryCodes(session, Challenges.RecoveryCodes.Issue(session.User))
        : Leave(session);

    /// <summary>A form that came too late, from another tab for instance, leads to the screen that now fits.</summary>
    private IResult Refused(UiSession session, Func<IResult> again) => session.Action.IsOpen ? again() : screens.Finished(session);

    private IResult Leave(UiSession session, bool withToken = true)
    {
        if (session.Action.Attributes.RedirectUrl is not { } redirectUrl)
        {
            return screens.Finished(session);
        }

        return Results.Redirect(withToken ? UiLinks.WithToken(redirectUrl, tokens.Issue(session.Action)) : redirectUrl);
    }
}
