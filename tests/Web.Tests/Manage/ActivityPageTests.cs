using CleanLogin.Testing.Databases;
using CleanLogin.Web.Tests.Protocol;

namespace CleanLogin.Web.Tests.Manage;

/// <summary>A person looks at what happened to their account.</summary>
public sealed class ActivityPageTests(SqliteFiles files) : ProtocolTest(files)
{
    private const string Page = "/Manage/Activity";

    [Fact]
    public async Task Who_is_not_signed_in_signs_in_first()
    {
        using var alice = Server.NewPerson();

        await alice.OpenAsync(Page);

        alice.Url.AbsolutePath.Should().Be("/Account/Login");
        alice.Url.Query.Should().Contain(Uri.EscapeDataString(Page));
    }

    [Fact]
    public async Task The_owner_sees_wrong_passwords_in_one_line_and_what_was_done_after_them()
    {
        using var stranger = Server.NewPerson();
        await stranger.OpenAsync("/Account/Login");
        for (var guess = 0; guess < 3; guess++)
        {
            await stranger.SignInAsync("alice", "wrong");
        }

        Server.Time.Advance(TimeSpan.FromMinutes(1));
        using var alice = await SignedInAsync();

        await alice.OpenAsync(Page);

        alice.Document.QuerySelectorAll(".entries strong").Select(line => line.TextContent).Should().Equal(
            "Signed in", "New recovery codes were issued", "An authenticator was added", "A wrong password was typed, 3 times");
    }

    [Fact]
    public async Task Nobody_sees_what_happened_to_somebody_else()
    {
        using var stranger = Server.NewPerson();
        await stranger.OpenAsync("/Account/Login");
        await stranger.SignInAsync("bob", "wrong");
        using var alice = await SignedInAsync();

        (await alice.OpenAsync(Page)).Html.Should().NotContain("wrong password");
    }

    [Fact]
    public async Task A_page_of_nothing_says_so_and_leads_back()
    {
        using var alice = await SignedInAsync();

        await alice.OpenAsync(Page + "?before=1");

        alice.Html.Should().Contain("Nothing older was recorded.");
        alice.Document.QuerySelector("ul.links a")!.GetAttribute("href").Should().Be(Page);
    }
}
