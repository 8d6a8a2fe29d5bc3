using CleanLogin.Application.Ports;

namespace CleanLogin.Application.Authorization;

internal sealed class InteractionPolicy(IAccounts accounts, TimeProvider time) : IInteractionPolicy
{
    public async ValueTask<InteractionRequirement> EvaluateAsync(
        AuthorizationContext context, LoginSession? session, CancellationToken ct)
    {
        if (Acr.RequiredBy(context.AcrValues) is not { } required)
        {
            return new InteractionRequirement.Refuse(AuthorizationDenial.UnmetAuthenticationRequirements);
        }

        if (session is null || IsStale(context, session))
        {
            return Authenticate(context);
        }

        // An account that was disabled meanwhile must not get another code by an old session.
        if (await accounts.FindAsync(session.User, ct) is not { IsActive: true } account)
        {
            return new InteractionRequirement.Refuse(AuthorizationDenial.AccessDenied);
        }

        // A new password that is due comes first, and the way to it is a login.
        if (!account.Honours(session.AuthenticatedAt) || account.IsPasswordDue)
        {
            return Authenticate(context);
        }

        return session.Methods.Level >= required ? new InteractionRequirement.Proceed() : StepUp(context, session);
    }

    // A login that came after the request satisfies prompt=login and max_age; opening the return URL again does not.
    private bool IsStale(AuthorizationContext context, LoginSession session) =>
        session.AuthenticatedAt < context.BeganAt
        && (context.Prompts.Contains("login", StringComparer.Ordinal)
            || (context.MaxAge is { } maxAge && time.GetUtcNow() - session.AuthenticatedAt > maxAge));

    // Who has just logged in for this request and still lacks the level would be asked in a circle.
    private static InteractionRequirement StepUp(AuthorizationContext context, LoginSession session) =>
        session.AuthenticatedAt >= context.BeganAt
            ? new InteractionRequirement.Refuse(AuthorizationDenial.UnmetAuthenticationRequirements)
            : Authenticate(context);

    private static InteractionRequirement Authenticate(AuthorizationContext context) =>
        context.Prompts.Contains("none", StringComparer.Ordinal)
            ? new InteractionRequirement.Refuse(AuthorizationDenial.LoginRequired)
            : new InteractionRequirement.Authenticate();
}
