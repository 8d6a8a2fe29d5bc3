using System.Buffers.Text;
using System.Security.Cryptography;
using CleanLogin.Application.Ports;
using CleanLogin.Infrastructure.Persistence;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.IdentityModel.Tokens;

namespace CleanLogin.Infrastructure.Protocol;

/// <summary>
/// The keys that sign and encrypt tokens: made once, kept in the database under the key ring. Never ephemeral, or every restart would
/// void every token.
/// </summary>
internal sealed class ServerKeys(
    IDbContextFactory<CleanLoginDbContext> contexts, IDataProtectionProvider protection, ISecureRandom random)
    : IDisposable
{
    private const string Signing = "signing";
    private const string Encryption = "encryption";
    private const string ClientSecret = "client-secrets";
    private const int EncryptionKeySize = 32;
    private const int ClientSecretKeySize = 32;
    private const int KeyIdSize = 12;

    // Lives as long as the server: the engine signs with it.
    private readonly ECDsa _signing = ECDsa.Create();
    private readonly IDataProtector _protector = protection.CreateProtector("CleanLogin.ServerKeys");

    /// <summary>Makes whatever key is missing. Of two nodes that start at once, one makes it and both read it.</summary>
    public async Task EnsureAsync(CancellationToken ct)
    {
        using var signing = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        await EnsureAsync(Signing, signing.ExportPkcs8PrivateKey, ct);
        await EnsureAsync(Encryption, () => random.Next(EncryptionKeySize), ct);
        await EnsureAsync(ClientSecret, () => random.Next(ClientSecretKeySize), ct);
    }

    /// <summary>The key under which the secrets of clients are digested.</summary>
    public byte[] ReadClientSecretKey() => _protector.Unprotect(Read(ClientSecret).Payload);

    /// <summary>The key that signs: EC P-256, for ES256.</summary>
    public SigningCredentials ReadSigning()
    {
        var record = Read(Signing);
        _signing.ImportPkcs8PrivateKey(_protector.Unprotect(record.Payload), out _);
        var key = new ECDsaSecurityKey(_signing) { KeyId = record.KeyId, CryptoProviderFactory = OwnFactory() };
        return new SigningCredentials(key, SecurityAlgorithms.EcdsaSha256);
    }

    /// <summary>The key that encrypts codes and refresh tokens, which this server alone reads.</summary>
    public EncryptingCredentials ReadEncryption()
    {
        var record = Read(Encryption);
        return new EncryptingCredentials(
            new SymmetricSecurityKey(_protector.Unprotect(record.Payload)) { KeyId = record.KeyId, CryptoProviderFactory = OwnFactory() },
            SecurityAlgorithms.Aes256KW,
            SecurityAlgorithms.Aes256CbcHmacSha512);
    }

    public void Dispose() => _signing.Dispose();

    // The shared one remembers signers by the key's name for as long as the process lives, also when this server is gone and its key disposed.
    private static CryptoProviderFactory OwnFactory() => new();

    private ServerKeyRecord Read(string id)
    {
        using var context = contexts.CreateDbContext();
        return context.Set<ServerKeyRecord>().AsNoTracking().Single(key => key.Id == id);
    }

    private async Task EnsureAsync(string id, Func<byte[]> make, CancellationToken ct)
    {
        await using var context = await contexts.CreateDbContextAsync(ct);
        if (await context.Set<ServerKeyRecord>().AnyAsync(key => key.Id == id, ct))
        {
            return;
        }

        context.Add(new ServerKeyRecord
        {
            Id = id,
            KeyId = Base64Url.EncodeToString(random.Next(KeyIdSize)),
            Payload = _protector.Protect(make()),
        });
        try
        {
            await context.SaveChangesAsync(ct);
        }
        catch (DbUpdateException) when (IsThere(id))
        {
            // Another node was faster; its key is the one.
        }
    }

    private bool IsThere(string id)
    {
        using var context = contexts.CreateDbContext();
        return context.Set<ServerKeyRecord>().Any(key => key.Id == id);
    }
}
