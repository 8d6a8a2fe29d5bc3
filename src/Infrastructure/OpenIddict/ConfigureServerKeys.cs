using CleanLogin.Infrastructure.Protocol;
using Microsoft.Extensions.Options;
using OpenIddict.Server;

namespace CleanLogin.Infrastructure.OpenIddict;

/// <summary>Gives the stored keys to the engine when it first asks for its options.</summary>
internal sealed class ConfigureServerKeys(ServerKeys keys) : IConfigureOptions<OpenIddictServerOptions>
{
    public void Configure(OpenIddictServerOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.SigningCredentials.Add(keys.ReadSigning());
        options.EncryptionCredentials.Add(keys.ReadEncryption());
    }
}
