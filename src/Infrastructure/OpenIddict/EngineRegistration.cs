using CleanLogin.Application.Authorization;
using CleanLogin.Application.Login;
using CleanLogin.Application.Passkeys;
using CleanLogin.Application.Ports;
using CleanLogin.Infrastructure.Clients;
using CleanLogin.Infrastructure.Persistence;
using CleanLogin.Infrastructure.Protocol;
using CleanLogin.Infrastructure.Pruning;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OpenIddict.EntityFrameworkCore.Models;
using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace CleanLogin.Infrastructure.OpenIddict;

internal static class EngineRegistration
{
    // Fetched at once by the application's server (ASVS 10.4.3, level 3).
    private static readonly TimeSpan CodeLifetime = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan AccessTokenLifetime = TimeSpan.FromMinutes(30);

    // From the login, however often it is refreshed.
    private static readonly TimeSpan RefreshTokenLifetime = TimeSpan.FromDays(14);

    // Two tabs that refresh at once are honest; a token that comes back later was stolen.
    private static readonly TimeSpan ReuseLeeway = TimeSpan.FromSeconds(15);

    public const string Keys = "/.well-known/jwks";

    public static IServiceCollection AddEngine(this IServiceCollection services)
    {
        services.AddEngineOptions();
        services.AddOpenIddict()
            .AddCore(core =>
            {
                core.UseEntityFrameworkCore().UseDbContext<CleanLoginDbContext>();
                core.ReplaceApplicationManager<OpenIddictEntityFrameworkCoreApplication, EngineApplications>();
                core.ReplaceTokenManager<OpenIddictEntityFrameworkCoreToken, EngineTokens>();
            })
            .AddServer(server => server.AddEndpoints().AddFlows().AddAnswers())
            .AddValidation(validation => validation.ReadOwnTokens());
        services.AddSingleton<ClientSecrets>();
        services.AddSingleton<RemovedClients>();
        services.AddSingleton<IConfigureOptions<OpenIddictServerOptions>, ConfigureServerKeys>();
        services.AddSingleton<IPrunable, EnginePruning>();
        return services
            .AddScoped<AuthorizationContexts>()
            .AddScoped<Principals>()
            .AddScoped<AccessTokens>()
            .AddScoped<OpenIddictAuthorizationServer>()
            .AddScoped<IAuthorizationServer>(provider => provider.GetRequiredService<OpenIddictAuthorizationServer>())
            .AddScoped<AuthorizeEndpoint>()
            .AddScoped<TokenEndpoint>()
            .AddScoped<UserInfoEndpoint>()
            .AddScoped<EndSessionEndpoint>()
            .AddHostedService<EngineInitializer>();
    }

    private static void AddEngineOptions(this IServiceCollection services)
    {
        // The issuer is configured, never taken from a request.
        services.AddOptions<OpenIddictServerOptions>()
            .Configure<ServerAddress>((engine, address) => engine.Issuer = address.Issuer)
            // What the engine knows by itself it does not look up.
            .Configure<IOptions<ClientsOptions>>((engine, clients) => engine.Scopes.UnionWith(clients.Value.All.Values.SelectMany(client => client.Scopes)));
    }

    private static OpenIddictServerBuilder AddEndpoints(this OpenIddictServerBuilder server)
    {
        server.SetConfigurationEndpointUris(ProtocolPaths.Configuration)
            .SetJsonWebKeySetEndpointUris(Keys)
            .SetAuthorizationEndpointUris(ProtocolPaths.Authorize)
            .SetTokenEndpointUris(ProtocolPaths.Token)
            .SetUserInfoEndpointUris(ProtocolPaths.UserInfo)
            .SetIntrospectionEndpointUris(ProtocolPaths.Introspect)
            .SetRevocationEndpointUris(ProtocolPaths.Revoke)
            .SetEndSessionEndpointUris(ProtocolPaths.EndSession)
            .SetPushedAuthorizationEndpointUris(ProtocolPaths.PushedAuthorization);
        server.UseAspNetCore()
            .EnableAuthorizationEndpointPassthrough()
            .EnableTokenEndpointPassthrough()
            .EnableUserInfoEndpointPassthrough()
            .EnableEndSessionEndpointPassthrough()
            .EnableErrorPassthrough();
        return server;
    }

    private static OpenIddictServerBuilder AddFlows(this OpenIddictServerBuilder server)
    {
        server.AllowAuthorizationCodeFlow().RequireProofKeyForCodeExchange()
            .AllowClientCredentialsFlow()
            .AllowRefreshTokenFlow();

        // RFC 9700 §2.1.1: plain protects nothing.
        server.Configure(engine => engine.CodeChallengeMethods.Remove(CodeChallengeMethods.Plain));
        return server.SetAuthorizationCodeLifetime(CodeLifetime)
            .SetAccessTokenLifetime(AccessTokenLifetime)
            .SetRefreshTokenLifetime(RefreshTokenLifetime)
            .DisableSlidingRefreshTokenExpiration()
            .SetRefreshTokenReuseLeeway(ReuseLeeway);
    }

    // By the server's own keys, without asking itself; and from nowhere that ends up in logs (RFC 9700 §4.3.2).
    private static void ReadOwnTokens(this OpenIddictValidationBuilder validation)
    {
        validation.UseLocalServer();
        validation.EnableAuthorizationEntryValidation();
        validation.UseAspNetCore().DisableAccessTokenExtractionFromQueryString().DisableAccessTokenExtractionFromBodyForm();
    }

    private static OpenIddictServerBuilder AddAnswers(this OpenIddictServerBuilder server)
    {
        // APIs read access tokens themselves.
        server.DisableAccessTokenEncryption();
        server.RegisterScopes([.. IdentityScopes.All, PasskeyScope.Name]);
        server.RegisterClaims(
            Claims.Subject,
            Claims.Name,
            Claims.PreferredUsername,
            Claims.Email,
            Claims.EmailVerified,
            Claims.AuthenticationTime,
            Claims.AuthenticationMethodReference,
            Claims.AuthenticationContextReference);
        server.AddEventHandler(StoredTokens.Rule).AddEventHandler(StoredTokens.AuthorizationOfAccessTokens).AddEventHandler(Introspection.Descriptor);
        return server.AddEventHandler<OpenIddictServerEvents.HandleConfigurationRequestContext>(handler => handler.UseInlineHandler(context =>
        {
            context.Metadata["acr_values_supported"] = new([.. Acr.All]);
            return ValueTask.CompletedTask;
        }));
    }
}
