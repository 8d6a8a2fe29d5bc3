using System.Buffers.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using CleanLogin.Domain.Mfa;

namespace CleanLogin.Infrastructure.BuiltInMfa.Passkeys;

/// <summary>
/// What a page's script sends: the ticket and what the browser gave it. Read once, by names that are exact, and written anew for whoever
/// verifies the signature: were the text passed on as it came, a property that is there twice could be one thing there and another here.
/// </summary>
internal sealed record PasskeyAnswer(
    [property: JsonPropertyName("ticket")] string Ticket, [property: JsonPropertyName("credential")] PasskeyAnswer.BrowserCredential Credential)
{
    private const int FlagsOffset = 32;
    private const int CounterOffset = FlagsOffset + 1;
    private const int CounterSize = 4;
    private const byte UserVerified = 0x04;

    private static readonly JsonSerializerOptions Exact = new()
    {
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        MaxDepth = 4,
    };

    /// <summary>Null where it has another form.</summary>
    public static PasskeyAnswer? Parse(ChallengeToken token)
    {
        try
        {
            return JsonSerializer.Deserialize<PasskeyAnswer>(token.Reveal(), Exact);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The credential, for whoever verifies it.</summary>
    public string ToCredentialJson() => JsonSerializer.Serialize(Credential, Exact);

    /// <summary>Which key the browser says it is; null where that is none. Not verified.</summary>
    [JsonIgnore]
    public byte[]? CredentialId => Base64Url.IsValid(Credential.Id) ? Base64Url.DecodeFromChars(Credential.Id) : null;

    /// <summary>What the key has signed about this use; null where it is too short to say anything. To be believed after the signature was verified.</summary>
    public (bool UserVerified, uint Counter)? ReadUse()
    {
        if (Credential.Response.AuthenticatorData is not { } text || !Base64Url.IsValid(text))
        {
            return null;
        }

        var data = Base64Url.DecodeFromChars(text);
        return data.Length < CounterOffset + CounterSize
            ? null
            : ((data[FlagsOffset] & UserVerified) != 0,
                System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(data.AsSpan(CounterOffset, CounterSize)));
    }

    /// <summary>Without what was sent.</summary>
    public override string ToString() => nameof(PasskeyAnswer);

    /// <summary>A credential as browsers write it (WebAuthn Level 3 §5.1.8).</summary>
    internal sealed record BrowserCredential(
        [property: JsonPropertyName("id")] string Id,
        [property: JsonPropertyName("type")] string Type,
        [property: JsonPropertyName("response")] BrowserResponse Response)
    {
        /// <summary>Nothing is asked for in extensions.</summary>
        [JsonPropertyName("clientExtensionResults")]
        public Dictionary<string, string> Extensions { get; } = [];
    }

    /// <summary>What the authenticator answered: to be used, or to be made.</summary>
    internal sealed record BrowserResponse(
        [property: JsonPropertyName("clientDataJSON")] string ClientDataJson,
        [property: JsonPropertyName("authenticatorData")] string? AuthenticatorData = null,
        [property: JsonPropertyName("signature")] string? Signature = null,
        [property: JsonPropertyName("userHandle")] string? UserHandle = null,
        [property: JsonPropertyName("attestationObject")] string? AttestationObject = null,
        [property: JsonPropertyName("transports")] IReadOnlyList<string>? Transports = null);
}
