using CleanLogin.Web.Tests.Hosting;

namespace CleanLogin.Web.Tests.Adversary;

/// <summary>Who has typed a stolen password, and waits at the second step, must not come in after its owner has replaced it.</summary>
public sealed class ReplacedPasswordTests : IDisposable
{
    private const string Fresh = "correct horse battery";

    private readonly LoginServer _server = new();

    public void Dispose() => _server.Dispose();

    [Fact]
    public async Task A_second_step_that_waits_ends_with_the_password_that_a_mail_replaced()
    {
        using var alice = _server.NewPerson();
        var secret = await alice.EnrolAsync();
        _server.Time.Advance(TimeSpan.FromMinutes(1));
        using var thief = await ArriveAsync();
        thief.Url.AbsolutePath.Should().Be("/Mfa/Challenge");

        await ResetAsync();

        await IsOverAsync(thief, secret);
    }

    [Fact]
    public async Task A_second_step_that_waits_ends_with_the_password_that_its_owner_changed()
    {
        using var alice = _server.NewPerson();
        var secret = await alice.EnrolAsync();
        _server.Time.Advance(TimeSpan.FromMinutes(1));
        using var thief = await ArriveAsync();

        await alice.OpenAsync("/Manage/Password");
        await alice.SubmitAsync(("Input.Present", "alice"), ("Input.Fresh", Fresh), ("Input.EndOthers", "false"));

        await IsOverAsync(thief, secret);
        (await alice.OpenAsync("/Manage")).Url.AbsolutePath.Should().Be("/Manage");
    }

    [Fact]
    public async Task An_authenticator_that_was_begun_with_it_is_enrolled_by_nobody_and_the_owner_enrols_their_own()
    {
        using var thief = await ArriveAsync();
        var stolen = thief.Document.QuerySelector("#totp-secret")!.TextContent.Replace(" ", "", StringComparison.Ordinal).Trim();

        await ResetAsync();

        await IsOverAsync(thief, stolen);
        thief.Document.QuerySelector("[data-codes]").Should().BeNull();
        using var alice = await ArriveAsync(Fresh);
        alice.Url.AbsolutePath.Should().Be("/Mfa/Enrol");
    }

    private async Task<Person> ArriveAsync(string password = "alice")
    {
        var person = _server.NewPerson();
        await person.OpenAsync("/Account/Login");
        return await person.SignInAsync("alice", password);
    }

    private async Task IsOverAsync(Person thief, string secret)
    {
        await thief.SubmitAsync(("Input.Code", thief.CodeOf(secret)));

        thief.HasSession.Should().BeFalse();
        thief.Alert.Should().NotBeNullOrEmpty();
        (await thief.OpenAsync("/Manage")).Url.AbsolutePath.Should().Be("/Account/Login");
    }

    private async Task ResetAsync()
    {
        using var alice = _server.NewPerson();
        await alice.OpenAsync("/Account/ForgotPassword");
        await alice.SubmitAsync(("Input.Name", "alice"));
        await alice.OpenAsync(await _server.ReadResetLinkAsync());
        (await alice.SubmitAsync(("Input.Password", Fresh))).Html.Should().Contain("Your password was changed");
    }
}
