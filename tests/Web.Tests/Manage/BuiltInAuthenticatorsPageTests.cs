using CleanLogin.Web.Tests.Hosting;

namespace CleanLogin.Web.Tests.Manage;

/// <summary>A person looks after the authenticator app that this server keeps itself.</summary>
public sealed class BuiltInAuthenticatorsPageTests : IAsyncDisposable
{
    private readonly LoginServer _server = new();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task The_app_is_listed_and_no_button_leads_to_where_nothing_can_be_added()
    {
        using var alice = _server.NewPerson();
        await alice.EnrolAsync(returnUrl: "/Manage/Authenticators");

        alice.Url.AbsolutePath.Should().Be("/Manage/Authenticators");
        alice.Html.Should().Contain("Authenticator app").And.NotContain("Add an authenticator").And.Contain("recovery codes");
    }
}
