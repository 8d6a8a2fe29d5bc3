using CleanLogin.Testing.Databases;

namespace CleanLogin.Web.Tests.Protocol;

/// <summary>An account that is put out of use gets nothing more by the codes and tokens it still holds (ASVS 7.4.2).</summary>
public abstract class DisabledAccountTests(ITestDatabases databases) : ProtocolTest(databases)
{
    [Fact]
    public async Task Its_refresh_token_is_refused()
    {
        using var alice = await SignedInAsync();
        var tokens = await TokensAsync(alice, Web);
        await Server.DisableAsync("alice");

        (await Web.RefreshAsync(tokens.RefreshToken!)).Error.Should().Be("invalid_grant");
    }

    [Fact]
    public async Task Its_code_is_refused()
    {
        using var alice = await SignedInAsync();
        var answer = await AuthorizeAsync(alice, Web);
        await Server.DisableAsync("alice");

        (await Web.RedeemAsync(answer["code"])).Error.Should().Be("invalid_grant");
    }

    [Fact]
    public async Task Its_access_token_tells_nothing_at_userinfo()
    {
        using var alice = await SignedInAsync();
        var tokens = await TokensAsync(alice, Web);
        (await UserInfoAsync(tokens.AccessToken!)).IsError.Should().BeFalse();
        await Server.DisableAsync("alice");

        (await UserInfoAsync(tokens.AccessToken!)).IsError.Should().BeTrue();
    }
}
