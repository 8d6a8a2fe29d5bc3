using CleanLogin.Infrastructure.Protocol;
using Duende.IdentityServer.Models;
using Duende.IdentityServer.Stores;
using Microsoft.IdentityModel.Tokens;

namespace CleanLogin.Infrastructure.Duende.Configured;

/// <summary>Signs with the server's stored key. What one engine has signed, the other recognises.</summary>
internal sealed class StoredKeys(ServerKeys keys) : ISigningCredentialStore, IValidationKeysStore
{
    // Read once: the keys are made at start, and stay.
    private readonly Lazy<SigningCredentials> _signing = new(keys.ReadSigning);

    public Task<SigningCredentials> GetSigningCredentialsAsync() => Task.FromResult(_signing.Value);

    public Task<IEnumerable<SecurityKeyInfo>> GetValidationKeysAsync() => Task.FromResult<IEnumerable<SecurityKeyInfo>>(
        [new SecurityKeyInfo { Key = _signing.Value.Key, SigningAlgorithm = _signing.Value.Algorithm }]);
}
