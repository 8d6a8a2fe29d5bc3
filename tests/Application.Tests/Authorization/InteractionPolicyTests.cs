using CleanLogin.Application.Authorization;
using CleanLogin.Application.Ports;
using CleanLogin.Domain.Accounts;
using CleanLogin.Domain.Assurance;
using Microsoft.Extensions.Time.Testing;
using Moq;

namespace CleanLogin.Application.Tests.Authorization;

public sealed class InteractionPolicyTests
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 6, 1, 12, 0, 0, TimeSpan.Zero));
    private readonly Mock<IAccounts> _accounts = new();

    public InteractionPolicyTests() => Account(active: true);

    [Fact]
    public async Task Without_a_session_a_login_is_needed() =>
        (await EvaluateAsync(Request(), null)).Should().BeOfType<InteractionRequirement.Authenticate>();

    [Fact]
    public async Task Without_a_session_and_with_no_page_allowed_it_is_refused() =>
        (await EvaluateAsync(Request() with { Prompts = ["none"] }, null))
            .Should().Be(new InteractionRequirement.Refuse(AuthorizationDenial.LoginRequired));

    [Fact]
    public async Task A_session_of_enough_assurance_is_let_through() =>
        (await EvaluateAsync(Request() with { AcrValues = ["urn:cleanlogin:aal2"] }, Session(TimeSpan.FromHours(1), twoFactors: true)))
            .Should().BeOfType<InteractionRequirement.Proceed>();

    [Fact]
    public async Task An_older_session_of_too_little_assurance_is_stepped_up() =>
        (await EvaluateAsync(Request() with { AcrValues = ["urn:cleanlogin:aal2"] }, Session(TimeSpan.FromHours(1))))
            .Should().BeOfType<InteractionRequirement.Authenticate>();

    [Fact]
    public async Task Who_has_just_logged_in_for_this_request_and_lacks_the_level_is_not_asked_in_a_circle() =>
        (await EvaluateAsync(Request() with { AcrValues = ["phr"] }, Session(TimeSpan.Zero, twoFactors: true)))
            .Should().Be(new InteractionRequirement.Refuse(AuthorizationDenial.UnmetAuthenticationRequirements));

    [Fact]
    public async Task An_unknown_level_alone_is_refused_and_never_taken_for_a_weak_one() =>
        (await EvaluateAsync(Request() with { AcrValues = ["urn:somebody:gold"] }, Session(TimeSpan.Zero, twoFactors: true)))
            .Should().Be(new InteractionRequirement.Refuse(AuthorizationDenial.UnmetAuthenticationRequirements));

    [Fact]
    public async Task A_new_login_is_needed_where_the_client_asks_for_one() =>
        (await EvaluateAsync(Request() with { Prompts = ["login"] }, Session(TimeSpan.FromSeconds(1))))
            .Should().BeOfType<InteractionRequirement.Authenticate>();

    [Fact]
    public async Task A_login_after_the_request_began_is_the_new_login_asked_for() =>
        (await EvaluateAsync(Request() with { Prompts = ["login"], MaxAge = TimeSpan.Zero }, Session(TimeSpan.Zero)))
            .Should().BeOfType<InteractionRequirement.Proceed>();

    [Theory]
    [InlineData(59, true)]
    [InlineData(61, false)]
    public async Task A_login_may_be_as_old_as_the_client_says(int age, bool goesThrough)
    {
        var requirement = await EvaluateAsync(Request() with { MaxAge = TimeSpan.FromMinutes(60) }, Session(TimeSpan.FromMinutes(age)));

        (requirement is InteractionRequirement.Proceed).Should().Be(goesThrough);
    }

    [Fact]
    public async Task A_disabled_account_gets_nothing_by_an_old_session()
    {
        Account(active: false);

        (await EvaluateAsync(Request(), Session(TimeSpan.FromHours(1), twoFactors: true)))
            .Should().Be(new InteractionRequirement.Refuse(AuthorizationDenial.AccessDenied));
    }

    [Fact]
    public void Every_level_but_none_has_a_name_that_leads_back_to_it()
    {
        foreach (var level in Enum.GetValues<AssuranceLevel>().Where(level => level is not AssuranceLevel.None))
        {
            Acr.Find(Acr.NameOf(level)!).Should().Be(level);
        }
    }

    [Theory]
    [InlineData(59, true)]
    [InlineData(61, false)]
    public async Task A_session_of_a_login_that_was_ended_needs_a_new_one(int age, bool goesThrough)
    {
        Account(active: true, signedOutBefore: _time.GetUtcNow() - TimeSpan.FromSeconds(60));

        var requirement = await EvaluateAsync(Request(), Session(TimeSpan.FromSeconds(age)));

        (requirement is InteractionRequirement.Proceed).Should().Be(goesThrough);
        (requirement is InteractionRequirement.Authenticate).Should().Be(!goesThrough);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("none")]
    public async Task Where_a_new_password_is_due_no_session_counts_however_young(string? prompt)
    {
        Account(active: true, passwordDue: true);

        (await EvaluateAsync(Request() with { Prompts = prompt is null ? [] : [prompt] }, Session(TimeSpan.Zero))).Should().Be(
            prompt is null ? new InteractionRequirement.Authenticate() : new InteractionRequirement.Refuse(AuthorizationDenial.LoginRequired));
    }

    private static readonly UserId Alice = new("alice-id");

    private void Account(bool active, DateTimeOffset? signedOutBefore = null, bool passwordDue = false) => _accounts
        .Setup(accounts => accounts.FindAsync(Alice, It.IsAny<CancellationToken>()))
        .ReturnsAsync(new Account(Alice, Username.Parse("alice")!, "Alice", null, false, active, null)
        {
            SignedOutBefore = signedOutBefore,
            IsPasswordDue = passwordDue,
        });

    private AuthorizationContext Request() => new()
    {
        ReturnUrl = "/connect/authorize?interaction=1",
        ClientId = "web",
        ClientName = "Web",
        BeganAt = _time.GetUtcNow(),
    };

    private LoginSession Session(TimeSpan age, bool twoFactors = false) => new(
        Alice,
        "Alice",
        twoFactors
            ? AuthenticationMethods.Of(AuthenticationMethod.Password, AuthenticationMethod.OneTimePassword)
            : AuthenticationMethods.Of(AuthenticationMethod.Password),
        _time.GetUtcNow() - age);

    private async Task<InteractionRequirement> EvaluateAsync(AuthorizationContext context, LoginSession? session) =>
        await new InteractionPolicy(_accounts.Object, _time).EvaluateAsync(context, session, TestContext.Current.CancellationToken);
}
