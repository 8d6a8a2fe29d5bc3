namespace CleanLogin.Infrastructure.DataProtection;

/// <summary>What protects the key ring, which protects the secrets in the database.</summary>
internal sealed class KeyRingOptions
{
    /// <summary>The section of the configuration.</summary>
    public const string Section = "DataProtection";

    /// <summary>
    /// A PKCS #12 file with an RSA key. Several nodes on one database need the same one. By default a file of the data folder, made at
    /// the first start.
    /// </summary>
    public string? CertificatePath { get; init; }

    /// <summary>The file's password. A secret: it is never shown.</summary>
    public string? CertificatePassword { get; init; }
}
