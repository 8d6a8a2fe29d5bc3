using System.Security.Cryptography.X509Certificates;

namespace CleanLogin.Infrastructure.DataProtection;

/// <summary>The certificate of the key ring, or why there is none, by the key that is to be changed.</summary>
internal sealed record LoadedCertificate
{
    private LoadedCertificate()
    {
    }

    public X509Certificate2? Certificate { get; private init; }

    public string? Fault { get; private init; }

    public static LoadedCertificate Of(X509Certificate2 certificate) => new() { Certificate = certificate };

    public static LoadedCertificate Faulty(string fault) => new() { Fault = fault };
}
