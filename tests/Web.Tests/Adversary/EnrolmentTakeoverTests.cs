using CleanLogin.Web.Tests.Hosting;

namespace CleanLogin.Web.Tests.Adversary;

/// <summary>Who knows the password, and began to enrol before the owner did, must not get the owner's second factor replaced.</summary>
public sealed class EnrolmentTakeoverTests : IDisposable
{
    private readonly LoginServer _server = new();

    public void Dispose() => _server.Dispose();

    [Fact]
    public async Task An_enrolment_begun_earlier_does_not_replace_one_that_was_finished_meanwhile()
    {
        using var thief = _server.NewPerson();
        await thief.OpenAsync("/Account/Login");
        await thief.SignInAsync();
        var stolen = thief.Document.QuerySelector("#totp-secret")!.TextContent.Replace(" ", "", StringComparison.Ordinal).Trim();
        using var alice = _server.NewPerson();
        var secret = await alice.EnrolAsync();

        await thief.SubmitAsync(("Input.Code", thief.CodeOf(stolen)));

        thief.HasSession.Should().BeFalse();
        thief.Document.QuerySelector("[data-codes]").Should().BeNull();
        await AliceStillSignsInAsync(secret);
    }

    private async Task AliceStillSignsInAsync(string secret)
    {
        _server.Time.Advance(TimeSpan.FromSeconds(30));
        using var alice = _server.NewPerson();
        await alice.OpenAsync("/Account/Login");
        await alice.SignInAsync();
        await alice.SubmitAsync(("Input.Code", alice.CodeOf(secret)));
        alice.HasSession.Should().BeTrue();
    }
}
