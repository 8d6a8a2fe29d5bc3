using CleanLogin.Application.Ports;
using CleanLogin.Domain.Accounts;

namespace CleanLogin.Infrastructure.Authsignal;

/// <summary>What is told of a person and where they are, with whatever is tracked.</summary>
internal static class TrackedPerson
{
    // The reference is fresh for each action, so that a repeated call is the same action and an old success is not found again.
    public static TrackRequest Describe(Account account, LoginOrigin origin, string reference, Uri? comeBack = null) => new(
        reference,
        comeBack?.AbsoluteUri,
        account.EmailVerified ? account.Email : null,
        account.Username.Value,
        AddressOf(origin),
        origin.UserAgent,
        origin.DeviceId?.ToString("D"));

    // A socket that speaks IPv6 shows IPv4 clients as ::ffff:…, which the tenant's rules on addresses would not know.
    private static string? AddressOf(LoginOrigin origin) =>
        origin.Address is { IsIPv4MappedToIPv6: true } mapped ? mapped.MapToIPv4().ToString() : origin.Address?.ToString();
}
