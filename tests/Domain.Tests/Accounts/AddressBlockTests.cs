using System.Net;
using CleanLogin.Domain.Accounts;

namespace CleanLogin.Domain.Tests.Accounts;

public sealed class AddressBlockTests
{
    [Theory]
    [InlineData("203.0.113.7", "203.0.113.0/24")]
    [InlineData("::ffff:203.0.113.7", "203.0.113.0/24")]
    [InlineData("2001:db8:1:2ff:3:4:5:6", "2001:db8:1:200::/56")]
    [InlineData("fe80::1%3", "fe80::/56")]
    public void Neighbours_are_one_visitor(string address, string block) =>
        AddressBlock.Of(IPAddress.Parse(address))!.Value.Should().Be(block);

    [Fact]
    public void Blocks_are_equal_by_what_they_hold() =>
        AddressBlock.Of(IPAddress.Parse("203.0.113.7")).Should().Be(AddressBlock.Of(IPAddress.Parse("203.0.113.200")));

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("127.1.2.3")]
    [InlineData("::1")]
    public void This_machine_itself_tells_nothing(string address) => AddressBlock.Of(IPAddress.Parse(address)).Should().BeNull();

    [Fact]
    public void No_address_is_no_block() => AddressBlock.Of(null).Should().BeNull();
}
