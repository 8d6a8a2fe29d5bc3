using CleanLogin.Testing.Passkeys;
using CleanLogin.Web.Tests.Hosting;

namespace CleanLogin.Web.Tests.Accounts;

/// <summary>After a sign-in with password and code, on a device that can make passkeys.</summary>
public sealed class PasskeyInvitationTests : IDisposable
{
    private const string Target = "/Manage/Sessions";

    private readonly LoginServer _server = new();
    private readonly SoftPasskey _passkey = new() { Origin = "https://localhost:5001", RelyingParty = "localhost" };

    public void Dispose()
    {
        _passkey.Dispose();
        _server.Dispose();
    }

    [Fact]
    public async Task Who_adds_one_goes_on_to_where_the_sign_in_was_for_and_signs_in_by_it_the_next_time()
    {
        using var alice = await SignInAsync(await EnrolAsync());
        alice.Url.AbsolutePath.Should().Be("/Account/Passkey");
        alice.HasSession.Should().BeTrue();

        var form = alice.Document.QuerySelector("form[data-passkey]")!;
        await alice.SubmitAsync(("PasskeyToken", _passkey.Make(form.GetAttribute("data-options")!, form.GetAttribute("data-ticket")!)));
        alice.Url.AbsolutePath.Should().Be(Target);

        using var later = _server.NewPerson();
        await later.OpenAsync("/Account/Login");
        form = later.Document.QuerySelector("form[data-passkey]")!;
        await later.SubmitAsync(("PasskeyToken", _passkey.Use(form.GetAttribute("data-options")!, form.GetAttribute("data-ticket")!)));
        later.HasSession.Should().BeTrue();
    }

    [Fact]
    public async Task Who_declines_goes_on_and_is_not_asked_again()
    {
        var secret = await EnrolAsync();
        using var alice = await SignInAsync(secret);

        await alice.PressAsync("Decline");
        alice.Url.AbsolutePath.Should().Be(Target);

        using var later = await SignInAsync(secret);
        later.Url.AbsolutePath.Should().Be(Target);
    }

    [Fact]
    public async Task Not_now_goes_on_and_is_asked_the_next_time()
    {
        var secret = await EnrolAsync();
        using var alice = await SignInAsync(secret);

        await alice.OpenAsync(alice.Document.QuerySelector("main a.button")!.GetAttribute("href")!);
        alice.Url.AbsolutePath.Should().Be(Target);

        using var later = await SignInAsync(secret);
        later.Url.AbsolutePath.Should().Be("/Account/Passkey");
    }

    [Fact]
    public async Task A_device_that_makes_none_is_not_asked()
    {
        using var alice = await SignInAsync(await EnrolAsync(), hint: false);

        alice.Url.AbsolutePath.Should().Be(Target);
    }

    [Fact]
    public async Task An_answer_that_is_none_is_said_so_and_loses_nothing()
    {
        using var alice = await SignInAsync(await EnrolAsync());

        await alice.SubmitAsync(("PasskeyToken", "garbage"));

        alice.Alert.Should().Contain("was not added");
        alice.Document.QuerySelector("main a.button")!.GetAttribute("href").Should().Be(Target);
    }

    [Theory]
    [InlineData("https://evil.example")]
    [InlineData("//evil.example")]
    public async Task It_leads_nowhere_else(string elsewhere)
    {
        using var alice = await SignInAsync(await EnrolAsync());

        await alice.OpenAsync("/Account/Passkey?ReturnUrl=" + Uri.EscapeDataString(elsewhere));

        alice.Document.QuerySelector("main a.button")!.GetAttribute("href").Should().Be("/");
    }

    [Fact]
    public async Task Without_a_sign_in_there_is_nothing_to_see()
    {
        using var stranger = _server.NewPerson();

        await stranger.OpenAsync("/Account/Passkey?ReturnUrl=%2F");

        stranger.Url.AbsolutePath.Should().Be("/");
    }

    private async Task<string> EnrolAsync()
    {
        using var alice = _server.NewPerson();
        var secret = await alice.EnrolAsync();
        _server.Time.Advance(TimeSpan.FromMinutes(15));
        return secret;
    }

    private async Task<Person> SignInAsync(string secret, bool hint = true)
    {
        _server.Time.Advance(TimeSpan.FromSeconds(30));
        var alice = _server.NewPerson();
        if (hint)
        {
            alice.Cookies.Set("__Host-cleanlogin-passkeys", "1");
        }

        await alice.OpenAsync("/Account/Login?ReturnUrl=" + Uri.EscapeDataString(Target));
        await alice.SignInAsync();
        await alice.SubmitAsync(("Input.Code", alice.CodeOf(secret)));
        return alice;
    }
}
