using CleanLogin.Application.Authorization;
using CleanLogin.Application.Login;
using CleanLogin.Application.Ports;
using CleanLogin.Infrastructure.Duende.Answers;
using CleanLogin.Infrastructure.Duende.Grants;
using CleanLogin.Infrastructure.Duende.Configured;
using CleanLogin.Infrastructure.Duende.Sessions;
using Duende.IdentityModel;
using Duende.IdentityServer;
using Duende.IdentityServer.Configuration;
using Duende.IdentityServer.Endpoints.Results;
using Duende.IdentityServer.Hosting;
using Duende.IdentityServer.ResponseHandling;
using Duende.IdentityServer.Services;
using Duende.IdentityServer.Stores;
using Duende.IdentityServer.Validation;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CleanLogin.Infrastructure.Duende;

internal static class DuendeRegistration
{
    public static IServiceCollection AddDuende(this IServiceCollection services)
    {
        // What is registered first is kept: the engine fills in what is missing.
        services
            .AddTransient<IClock, EngineClock>()
            .AddTransient<IProfileService, Profiles>()
            .AddTransient<IAuthorizeInteractionResponseGenerator, InteractionResponses>()
            .AddTransient<IDiscoveryResponseGenerator, Discovery>()
            .AddTransient<IRefreshTokenService, RefreshTokens>()
            .AddTransient<ICustomTokenRequestValidator, TokensOfEndedSessions>()
            .AddTransient<IEndSessionRequestValidator, EndSessionValidator>();
        services.AddIdentityServer()
            .AddClientStore<ConfiguredClients>()
            .AddResourceStore<ConfiguredResources>();
        services.AddOptions<IdentityServerOptions>().Configure<ServerAddress>(Configure);
        // Below that level the engine writes codes and tokens into the log.
        services.Configure<LoggerFilterOptions>(logging => logging.AddFilter("Duende.IdentityServer", level => level >= LogLevel.Information));
        services
            .AddScoped<IUserSession, OwnSession>()
            .AddTransient<IHttpResponseWriter<AuthorizeInteractionPageResult>, LoginPageWriter>()
            .AddTransient<AuthorizeHttpWriter>()
            .AddTransient<IHttpResponseWriter<AuthorizeResult>, AnswerWriter>()
            .AddSingleton<ISigningCredentialStore, StoredKeys>()
            .AddSingleton<IValidationKeysStore, StoredKeys>()
            .AddTransient<WaitingRequests>()
            .AddScoped<AccessTokens>()
            .AddScoped<IAuthorizationServer, DuendeAuthorizationServer>();
        return services.AddGrants();
    }

    private static void Configure(IdentityServerOptions engine, ServerAddress address)
    {
        // Configured, never taken from a request.
        engine.IssuerUri = address.Issuer.AbsoluteUri;
        engine.UserInteraction.ErrorUrl = "/Error";
        engine.UserInteraction.ErrorIdParameter = "id";
        engine.UserInteraction.LogoutUrl = "/Account/Logout";
        engine.UserInteraction.LogoutIdParameter = "LogoutId";
        // This server's own stored keys: the other engine signs with the same.
        engine.KeyManagement.Enabled = false;
        // A used one is kept as long as it could live: a stolen one that comes back has to be recognised.
        engine.PersistentGrants.DeleteOneTimeOnlyRefreshTokensOnUse = false;
        engine.EmitScopesAsSpaceDelimitedStringInJwt = true;
        // Beside what the engine leaves out of its log by itself: half a code, and who somebody is.
        engine.Logging.TokenRequestSensitiveValuesFilter.Add(OidcConstants.TokenRequest.CodeVerifier);
        engine.Logging.AuthorizeRequestSensitiveValuesFilter.Add(OidcConstants.AuthorizeRequest.LoginHint);
        engine.Logging.PushedAuthorizationSensitiveValuesFilter.Add(OidcConstants.AuthorizeRequest.LoginHint);
        engine.Endpoints.EnableCheckSessionEndpoint = false;
        engine.Endpoints.EnableDeviceAuthorizationEndpoint = false;
        engine.Endpoints.EnableBackchannelAuthenticationEndpoint = false;
        engine.Discovery.CustomEntries.Add("acr_values_supported", Acr.All);
    }
}
