using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CleanLogin.Testing.Passkeys;

/// <summary>A passkey and the browser it is used in, in memory: answers as a real one would, and as a forged one.</summary>
public sealed class SoftPasskey : IDisposable
{
    private const byte UserPresent = 0x01;
    private const byte Verified = 0x04;
    private const byte MayBeBackedUp = 0x08;
    private const byte HasNewKey = 0x40;

    private readonly byte[] _credentialId = RandomNumberGenerator.GetBytes(32);
    private ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    /// <summary>What the server calls it by.</summary>
    public string CredentialId => Base64Url.EncodeToString(_credentialId);

    /// <summary>Of which server's page it is used.</summary>
    public string Origin { get; set; } = "https://login.example";

    /// <summary>For whom it was made.</summary>
    public string RelyingParty { get; set; } = "login.example";

    /// <summary>Whose it is, once it was made.</summary>
    public string? UserHandle { get; set; }

    /// <summary>Whether the device checks who uses it.</summary>
    public bool IsUserVerified { get; set; } = true;

    /// <summary>Whether it may be synchronised.</summary>
    public bool IsBackupEligible { get; set; } = true;

    /// <summary>Zero, as synchronised ones have it, unless a test counts.</summary>
    public uint Counter { get; set; }

    /// <summary>Who provides it.</summary>
    public Guid Aaguid { get; set; } = new("ea9b8d66-4d01-1d21-3ce4-b6b48cb575d4");

    /// <summary>What the browser says when it was asked to make it.</summary>
    public string Make(string options, string ticket)
    {
        var asked = JsonNode.Parse(options)!;
        UserHandle = asked["user"]!["id"]!.GetValue<string>();
        var data = (byte[])[.. AuthenticatorData(HasNewKey), .. Aaguid.ToByteArray(bigEndian: true), 0, (byte)_credentialId.Length, .. _credentialId, .. PublicKey()];
        byte[] attestation =
        [
            0xA3, 0x63, .. "fmt"u8, 0x64, .. "none"u8, 0x67, .. "attStmt"u8, 0xA0,
            0x68, .. "authData"u8, 0x59, (byte)(data.Length >> 8), (byte)data.Length, .. data,
        ];
        return Answer(ticket, new JsonObject
        {
            ["clientDataJSON"] = Base64Url.EncodeToString(ClientData("webauthn.create", asked)),
            ["attestationObject"] = Base64Url.EncodeToString(attestation),
            ["transports"] = new JsonArray("internal"),
        });
    }

    /// <summary>What the browser says when it was asked to use it.</summary>
    public string Use(string options, string ticket)
    {
        var client = ClientData("webauthn.get", JsonNode.Parse(options)!);
        var data = AuthenticatorData();
        var signature = _key.SignData([.. data, .. SHA256.HashData(client)], HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        return Answer(ticket, new JsonObject
        {
            ["clientDataJSON"] = Base64Url.EncodeToString(client),
            ["authenticatorData"] = Base64Url.EncodeToString(data),
            ["signature"] = Base64Url.EncodeToString(signature),
            ["userHandle"] = UserHandle,
        });
    }

    /// <summary>Data as this passkey would sign it, as text.</summary>
    public string UnsignedData() => Base64Url.EncodeToString(AuthenticatorData());

    /// <summary>From now on it signs with another key, as somebody would who only knows its name.</summary>
    public void LoseKey()
    {
        _key.Dispose();
        _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    }

    /// <inheritdoc />
    public void Dispose() => _key.Dispose();

    private string Answer(string ticket, JsonObject response) => new JsonObject
    {
        ["ticket"] = ticket,
        ["credential"] = new JsonObject
        {
            ["id"] = CredentialId,
            ["type"] = "public-key",
            ["response"] = response,
        },
    }.ToJsonString();

    private byte[] ClientData(string type, JsonNode asked) => JsonSerializer.SerializeToUtf8Bytes(new
    {
        type,
        challenge = asked["challenge"]!.GetValue<string>(),
        origin = Origin,
        crossOrigin = false,
    });

    private byte[] AuthenticatorData(byte more = 0)
    {
        var flags = (byte)(UserPresent | more | (IsUserVerified ? Verified : 0) | (IsBackupEligible ? MayBeBackedUp : 0));
        var counter = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(counter, Counter);
        return [.. SHA256.HashData(Encoding.UTF8.GetBytes(RelyingParty)), flags, .. counter];
    }

    // COSE: an elliptic curve key for ES256 on P-256.
    private byte[] PublicKey()
    {
        var point = _key.ExportParameters(includePrivateParameters: false).Q;
        return [0xA5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20, .. point.X!, 0x22, 0x58, 0x20, .. point.Y!];
    }
}
