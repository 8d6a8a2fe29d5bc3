namespace CleanLogin.Domain.Authenticators;

/// <summary>The shared secret of an authenticator app: 160 bit, as RFC 4226 §4 recommends. It prints as its type name.</summary>
public sealed class TotpSecret
{
    /// <summary>Length in bytes.</summary>
    public const int Size = 20;

    private readonly byte[] _value;

    private TotpSecret(byte[] value) => _value = value;

    /// <summary>Takes <see cref="Size"/> bytes from a cryptographic generator, or from the encrypted store.</summary>
    public static TotpSecret From(ReadOnlySpan<byte> value)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(value.Length, Size);
        return new TotpSecret(value.ToArray());
    }

    /// <summary>The bytes, for the algorithm, the encrypted store and the enrolment page alone.</summary>
    public ReadOnlySpan<byte> Reveal() => _value;

    /// <summary>Redacted.</summary>
    public override string ToString() => nameof(TotpSecret);
}
