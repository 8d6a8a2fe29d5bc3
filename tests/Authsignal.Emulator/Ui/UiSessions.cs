using CleanLogin.Authsignal.Emulator.State;
using CleanLogin.Authsignal.Emulator.Tokens;

namespace CleanLogin.Authsignal.Emulator.Ui;

/// <summary>Opens sessions of the pre-built UI by token, and runs one step of one at a time.</summary>
internal sealed class UiSessions(Tenant tenant, ActionTokens tokens, ScreenSet screens)
{
    public IResult Run(string? token, Func<UiSession, IResult> step) =>
        tenant.Run(() => Find(token) is { } session ? step(session) : screens.UnusableLink());

    private UiSession? Find(string? token) =>
        token is not null
        && tokens.Read(token) is TokenReading.Valid { Action: var key }
        && tenant.FindAction(key) is { } action
        && tenant.FindUser(key.UserId) is { } user
            ? new UiSession(token, action, user)
            : null;
}
