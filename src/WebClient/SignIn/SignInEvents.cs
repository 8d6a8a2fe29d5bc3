using CleanLogin.WebClient.LoginServer;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;

namespace CleanLogin.WebClient.SignIn;

internal sealed partial class SignInEvents(ILogger<SignInEvents> logger, TimeProvider clock) : OpenIdConnectEvents
{
    // What not every login server has. One that is asked for an unknown scope refuses the whole request.
    private static readonly string[] Optional = ["offline_access", "passkeys"];

    public override async Task RedirectToIdentityProvider(RedirectContext context)
    {
        context.ProtocolMessage.AcrValues = SignInRequest.WantedAcr(context.Properties);

        var server = await context.Options.ConfigurationManager!.GetConfigurationAsync(context.HttpContext.RequestAborted);
        foreach (var scope in Optional.Where(server.ScopesSupported.Contains))
        {
            context.ProtocolMessage.Scope += " " + scope;
        }
    }

    public override Task TokenValidated(TokenValidatedContext context)
    {
        if (AssuranceCheck.FindFault(context.Principal!, SignInRequest.WantedAcr(context.Properties), clock.GetUtcNow()) is { } fault)
        {
            LogRefused(fault);
            Show(SignInFailure.AssuranceNotMet, context);
        }

        return Task.CompletedTask;
    }

    public override Task AccessDenied(AccessDeniedContext context)
    {
        Show(SignInFailure.Declined, context);
        return Task.CompletedTask;
    }

    public override Task RemoteFailure(RemoteFailureContext context)
    {
        var failure = Classify(context.Failure);
        LogFailure(failure, context.Failure);
        Show(failure, context);
        return Task.CompletedTask;
    }

    private static SignInFailure Classify(Exception? cause) => cause switch
    {
        _ when LoginServerFault.IsUnreachable(cause) => SignInFailure.Unreachable,
        // The handler reports a foreign, used or missing `state` by exceptions without a type of their own.
        AuthenticationFailureException { InnerException: null } => SignInFailure.Interrupted,
        _ => SignInFailure.Failed,
    };

    private static void Show<TOptions>(SignInFailure failure, HandleRequestContext<TOptions> context)
        where TOptions : AuthenticationSchemeOptions
    {
        // Nothing of the answer goes into the page: its texts are whatever the caller of the URL wrote.
        context.Response.Redirect($"{context.Request.PathBase}/SignInFailed/{failure}");
        context.HandleResponse();
    }

    [LoggerMessage(1, LogLevel.Warning, "A login was refused here: {Fault}")]
    private partial void LogRefused(string fault);

    [LoggerMessage(2, LogLevel.Warning, "The sign-in did not succeed: {Failure}")]
    private partial void LogFailure(SignInFailure failure, Exception? cause);
}
