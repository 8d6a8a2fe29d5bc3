using CleanLogin.Domain.Authenticators;

namespace CleanLogin.Application.Ports;

/// <summary>RFC 6238 with SHA-1, six digits and 30 seconds: what every authenticator app speaks.</summary>
public interface ITotpAlgorithm
{
    /// <summary>The newest of these steps whose code is the one given, or null. All are compared, in fixed time.</summary>
    long? FindStep(TotpSecret secret, TotpCode code, IReadOnlyList<long> steps);

    /// <summary>The secret as an app wants it: base32 text, <c>otpauth:</c> URI and its QR code as SVG.</summary>
    TotpEnrolmentView Describe(TotpSecret secret, string accountName);
}
