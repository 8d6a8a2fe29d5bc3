using System.Collections.Frozen;
using System.Formats.Cbor;

namespace CleanLogin.Infrastructure.BuiltInMfa.Passkeys;

/// <summary>
/// Who provides a passkey, by the AAGUID that its authenticator names (WebAuthn Level 3 §6.5.1.1). For people to tell theirs apart: nobody vouches for
/// it, and nothing is decided by it.
/// </summary>
internal static class PasskeyProviders
{
    private const string Resource = "CleanLogin.Infrastructure.BuiltInMfa.Passkeys.passkey-providers.txt";
    private const string AuthenticatorData = "authData";
    private const int AaguidOffset = 37;
    private const int AaguidSize = 16;

    private static readonly FrozenDictionary<Guid, string> Names = Read();

    /// <summary>The provider's name; null where it is not on the list, or the authenticator says nothing.</summary>
    public static string? NameOf(byte[] attestationObject) => Names.GetValueOrDefault(AaguidIn(attestationObject));

    // Of an object that was verified before.
    private static Guid AaguidIn(byte[] attestationObject)
    {
        var reader = new CborReader(attestationObject);
        reader.ReadStartMap();
        while (reader.PeekState() is not CborReaderState.EndMap)
        {
            if (reader.ReadTextString() == AuthenticatorData)
            {
                return new Guid(reader.ReadByteString().AsSpan(AaguidOffset, AaguidSize), bigEndian: true);
            }

            reader.SkipValue();
        }

        return Guid.Empty;
    }

    private static FrozenDictionary<Guid, string> Read()
    {
        using var stream = typeof(PasskeyProviders).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException("The list of providers is missing from the assembly.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split(' ', 2))
            .ToFrozenDictionary(line => Guid.Parse(line[0]), line => line[1].Trim());
    }
}
