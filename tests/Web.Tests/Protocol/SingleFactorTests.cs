using CleanLogin.Testing.Databases;

namespace CleanLogin.Web.Tests.Protocol;

public abstract class SingleFactorTests(ITestDatabases databases) : ProtocolTest(databases, ("Mfa:Enrolment", "Optional"))
{
    [Fact]
    public async Task One_method_is_still_an_array_after_every_exchange()
    {
        using var alice = Server.NewPerson();
        await alice.OpenAsync("/Account/Login");
        await alice.SignInAsync();
        alice.HasSession.Should().BeTrue();

        var first = await TokensAsync(alice, Web);
        var second = await Web.RefreshAsync(first.RefreshToken!);

        Strings(Payload(first.IdentityToken!).GetProperty("amr")).Should().Equal("pwd");
        Strings(Payload(first.AccessToken!).GetProperty("amr")).Should().Equal("pwd");
        Strings(Payload(second.IdentityToken!).GetProperty("amr")).Should().Equal("pwd");
        Payload(first.IdentityToken!).GetProperty("acr").GetString().Should().Be("urn:cleanlogin:aal1");
    }
}
