using System.Net;
using System.Net.Sockets;

namespace CleanLogin.Domain.Accounts;

/// <summary>
/// The addresses that are one visitor's, as far as anybody can tell: a /24 of IPv4, a /56 of IPv6, which is what a household or a rented
/// machine gets. Whoever holds one address of it can usually speak from all of them.
/// </summary>
public sealed record AddressBlock
{
    private const int V4Bits = 24;
    private const int V6Bits = 56;

    private AddressBlock(string value) => Value = value;

    /// <summary>In the notation of RFC 4632 and RFC 4291, such as <c>203.0.113.0/24</c>.</summary>
    public string Value { get; }

    /// <summary>The block of this address; null where it tells nothing, as that of a socket or of this machine itself.</summary>
    public static AddressBlock? Of(IPAddress? address)
    {
        if (address is null || IPAddress.IsLoopback(address))
        {
            return null;
        }

        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        var bits = plain.AddressFamily is AddressFamily.InterNetwork ? V4Bits : V6Bits;
        var bytes = plain.GetAddressBytes();
        Array.Clear(bytes, bits / 8, bytes.Length - (bits / 8));
        return new AddressBlock($"{new IPAddress(bytes)}/{bits}");
    }

    /// <inheritdoc />
    public override string ToString() => Value;
}
