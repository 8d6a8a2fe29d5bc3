using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using CleanLogin.Infrastructure.Persistence;

namespace CleanLogin.Infrastructure.DataProtection;

/// <summary>The certificate under which the key ring lies in the database: whoever has the database alone has no keys.</summary>
internal static class KeyRingCertificate
{
    private const string DefaultFile = "key-ring.pfx";
    private const int KeyBits = 3072;
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Loads the certificate that is configured, or the one of the data folder, which is made where it is missing.</summary>
    /// <exception cref="InvalidOperationException">It cannot be loaded; the message names the key.</exception>
    public static X509Certificate2 Load(KeyRingOptions options, DataFolder folder, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(time);
        if (options.CertificatePath is not null)
        {
            return Read(options.CertificatePath, options.CertificatePassword);
        }

        var path = folder.File(DefaultFile);
        if (!File.Exists(path))
        {
            folder.Ensure();
            Create(path, time.GetUtcNow());
        }

        return Read(path, null);
    }

    private static X509Certificate2 Read(string path, string? password)
    {
        try
        {
            var certificate = X509CertificateLoader.LoadPkcs12FromFile(path, password);
            return certificate.HasPrivateKey && certificate.GetRSAPublicKey() is not null
                ? certificate
                : throw new InvalidOperationException(
                    "DataProtection:CertificatePath must name a PKCS #12 file with an RSA key and its private part.");
        }
        catch (Exception unreadable) when (unreadable is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw new InvalidOperationException(
                $"DataProtection:CertificatePath: the file '{path}' cannot be opened. Check path, permissions and "
                + "DataProtection:CertificatePassword.",
                unreadable);
        }
    }

    // Written aside and moved, so that of two processes starting at once both end up with one whole file.
    private static void Create(string path, DateTimeOffset now)
    {
        using var key = RSA.Create(KeyBits);
        var request = new CertificateRequest("CN=CleanLogin key ring", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddYears(20));
        var aside = path + "." + Guid.NewGuid().ToString("N");
        using (var file = new FileStream(aside, NewFile()))
        {
            file.Write(certificate.Export(X509ContentType.Pkcs12));
        }

        try
        {
            File.Move(aside, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(aside);
        }
    }

    private static FileStreamOptions NewFile()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }

        return options;
    }
}
