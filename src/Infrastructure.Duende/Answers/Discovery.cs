using Duende.IdentityModel;
using Duende.IdentityServer.Configuration;
using Duende.IdentityServer.ResponseHandling;
using Duende.IdentityServer.Services;
using Duende.IdentityServer.Stores;
using Duende.IdentityServer.Validation;
using Microsoft.Extensions.Logging;

namespace CleanLogin.Infrastructure.Duende.Answers;

/// <summary>Offers no more than there is: no <c>plain</c> challenges, and no notices to applications when somebody signs out.</summary>
internal sealed class Discovery(
    IdentityServerOptions options,
    IResourceStore resourceStore,
    IKeyMaterialService keys,
    ExtensionGrantValidator extensionGrants,
    ISecretsListParser secretParsers,
    IResourceOwnerPasswordValidator resourceOwnerValidator,
    ILogger<DiscoveryResponseGenerator> logger)
    : DiscoveryResponseGenerator(options, resourceStore, keys, extensionGrants, secretParsers, resourceOwnerValidator, logger)
{
    private static readonly string[] Notices =
    [
        OidcConstants.Discovery.FrontChannelLogoutSupported,
        OidcConstants.Discovery.FrontChannelLogoutSessionSupported,
        OidcConstants.Discovery.BackChannelLogoutSupported,
        OidcConstants.Discovery.BackChannelLogoutSessionSupported,
    ];

    public override async Task<Dictionary<string, object>> CreateDiscoveryDocumentAsync(string baseUrl, string issuerUri)
    {
        var document = await base.CreateDiscoveryDocumentAsync(baseUrl, issuerUri);
        document[OidcConstants.Discovery.CodeChallengeMethodsSupported] = new[] { OidcConstants.CodeChallengeMethods.Sha256 };
        foreach (var notice in Notices)
        {
            document.Remove(notice);
        }

        return document;
    }
}
