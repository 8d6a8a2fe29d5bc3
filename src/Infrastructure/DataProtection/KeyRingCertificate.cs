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
    public static LoadedCertificate Load(KeyRingOptions options, DataFolder folder, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(time);
        if (options.CertificatePath is not null)
        {
            return Read(options.CertificatePath, options.CertificatePassword);
        }

        return folder.TryEnsure() is { } fault ? LoadedCertificate.Faulty(fault) : ReadOwn(folder, time);
    }

    private static LoadedCertificate ReadOwn(DataFolder folder, TimeProvider time)
    {
        var path = folder.File(DefaultFile);
        try
        {
            if (!File.Exists(path))
            {
                Create(path, time.GetUtcNow());
            }
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            return LoadedCertificate.Faulty(
                $"Data:Folder (or {DataOptions.Variable}) must name a folder that this server can write to, not '{folder.Path}': {refused.Message}");
        }

        return Read(path, null);
    }

    private static LoadedCertificate Read(string path, string? password)
    {
        try
        {
            var certificate = X509CertificateLoader.LoadPkcs12FromFile(path, password);
            return certificate.HasPrivateKey && certificate.GetRSAPublicKey() is not null
                ? LoadedCertificate.Of(certificate)
                : LoadedCertificate.Faulty(
                    $"DataProtection:CertificatePath must name a PKCS #12 file with an RSA key and its private part, not '{path}'.");
        }
        catch (Exception unreadable) when (unreadable is CryptographicException or IOException or UnauthorizedAccessException)
        {
            return LoadedCertificate.Faulty(
                $"DataProtection:CertificatePath must name a PKCS #12 file that can be opened, not '{path}'. Check path, permissions and "
                + "DataProtection:CertificatePassword.");
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
