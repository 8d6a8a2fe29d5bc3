using CleanLogin.Application.Authorization;
using CleanLogin.Application.Ports;
using CleanLogin.Domain.Accounts;
using CleanLogin.Domain.Assurance;
using CleanLogin.Testing;
using CleanLogin.Testing.Builders;
using Microsoft.Extensions.Time.Testing;
using Moq;

namespace CleanLogin.Application.Tests.Authorization;

/// <summary>Every session under every prompt and level. proceed, authenticate, or the error of the protocol.</summary>
public sealed class InteractionPolicyTableTests
{
    private readonly FakeTimeProvider _time = new(Moments.After(3600));

    // session: none; old: before the request began; new: after it. Then by one or two factors.
    [Theory]
    [InlineData("none", "", "", "authenticate")]
    [InlineData("none", "", "none", "LoginRequired")]
    [InlineData("none", "", "login", "authenticate")]
    [InlineData("none", "urn:cleanlogin:aal2", "none", "LoginRequired")]
    [InlineData("none", "gold", "", "UnmetAuthenticationRequirements")]
    [InlineData("old one", "", "", "proceed")]
    [InlineData("old one", "", "none", "proceed")]
    [InlineData("old one", "", "login", "authenticate")]
    [InlineData("old one", "", "login none", "LoginRequired")]
    [InlineData("old one", "urn:cleanlogin:aal2", "", "authenticate")]
    [InlineData("old one", "urn:cleanlogin:aal2", "none", "LoginRequired")]
    [InlineData("old one", "gold", "", "UnmetAuthenticationRequirements")]
    [InlineData("old two", "", "", "proceed")]
    [InlineData("old two", "urn:cleanlogin:aal2", "none", "proceed")]
    [InlineData("old two", "urn:cleanlogin:aal2", "login", "authenticate")]
    [InlineData("old two", "phr", "", "authenticate")]
    [InlineData("old two", "phr urn:cleanlogin:aal2", "", "proceed")]
    [InlineData("new one", "", "", "proceed")]
    [InlineData("new one", "", "login", "proceed")]
    [InlineData("new one", "urn:cleanlogin:aal2", "", "UnmetAuthenticationRequirements")]
    [InlineData("new two", "urn:cleanlogin:aal2", "login", "proceed")]
    [InlineData("new two", "phr", "login", "UnmetAuthenticationRequirements")]
    public async Task Every_session_under_every_request(string session, string acr, string prompt, string ending) =>
        (await EvaluateAsync(session, acr, prompt, maxAge: null)).Should().Be(ending);

    [Theory]
    [InlineData("old one", 1800, "proceed")]
    [InlineData("old one", 1799, "authenticate")]
    [InlineData("old one", 0, "authenticate")]
    [InlineData("new one", 0, "proceed")]
    public async Task A_session_may_be_as_old_as_the_client_allows(string session, int maxAge, string ending) =>
        (await EvaluateAsync(session, "", "", maxAge)).Should().Be(ending);

    private async Task<string> EvaluateAsync(string session, string acr, string prompt, int? maxAge)
    {
        var account = Given.AnAccount().Build();
        var accounts = new Mock<IAccounts>();
        accounts.Setup(store => store.FindAsync(account.Id, It.IsAny<CancellationToken>())).ReturnsAsync(account);
        var now = _time.GetUtcNow();
        var context = new AuthorizationContext
        {
            ReturnUrl = "/connect/authorize",
            ClientId = "shop",
            ClientName = "Example shop",
            BeganAt = now.AddMinutes(-10),
            AcrValues = Words(acr),
            Prompts = Words(prompt),
            MaxAge = maxAge is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
        };

        var requirement = await new InteractionPolicy(accounts.Object, _time)
            .EvaluateAsync(context, Session(session, account, now), TestContext.Current.CancellationToken);
        return requirement.Match(proceed => "proceed", authenticate => "authenticate", refuse => refuse.Denial.ToString());
    }

    private static LoginSession? Session(string session, Account account, DateTimeOffset now) => session == "none"
        ? null
        : new LoginSession(
            account.Id,
            account.DisplayName,
            session.EndsWith("two", StringComparison.Ordinal)
                ? AuthenticationMethods.Of(AuthenticationMethod.Password, AuthenticationMethod.OneTimePassword)
                : AuthenticationMethods.Of(AuthenticationMethod.Password),
            session.StartsWith("old", StringComparison.Ordinal) ? now.AddMinutes(-30) : now.AddMinutes(-5));

    private static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
