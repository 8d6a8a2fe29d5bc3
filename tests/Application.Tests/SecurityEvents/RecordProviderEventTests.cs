using CleanLogin.Application.Ports;
using CleanLogin.Application.SecurityEvents.RecordProviderEvent;
using CleanLogin.Domain.Accounts;
using CleanLogin.Domain.Assurance;
using CleanLogin.Domain.Mfa;
using CleanLogin.Domain.SecurityEvents;
using CleanLogin.Testing;
using Moq;

namespace CleanLogin.Application.Tests.SecurityEvents;

public sealed class RecordProviderEventTests
{
    private static readonly UserId Alice = new("id-of-alice");

    private readonly Handlers _handlers = new();
    private readonly Mock<IProviderNotices> _notices = new();
    private readonly List<ProviderNotice> _recorded = [];

    public RecordProviderEventTests() => _notices
        .Setup(notices => notices.RecordAsync(It.IsAny<ProviderNotice>(), It.IsAny<CancellationToken>()))
        .Callback((ProviderNotice notice, CancellationToken _) => _recorded.Add(notice))
        .ReturnsAsync(true);

    [Theory]
    [InlineData(AuthenticatorChange.Added, typeof(ProviderAuthenticatorAdded))]
    [InlineData(AuthenticatorChange.Removed, typeof(ProviderAuthenticatorRemoved))]
    public async Task An_authenticator_that_comes_or_goes_ends_the_logins_from_before(AuthenticatorChange change, Type happened)
    {
        (await SendAsync(change, Moments.After(-300))).Should().BeOfType<RecordProviderEventOutcome.Recorded>();

        // A minute of tolerance: the login in which it was enrolled is completed after it, by another clock.
        var notice = _recorded.Single();
        notice.EndsLoginsBefore.Should().Be(Moments.After(-360));
        notice.User.Should().Be(Alice);
        notice.Events.Select(one => one.GetType()).Should().Equal(happened, typeof(LoginsEnded));
    }

    [Theory]
    [InlineData(AuthenticatorChange.Added, "authenticator.enrolment_began")]
    [InlineData(AuthenticatorChange.Removed, "authenticator.removal_began")]
    public async Task A_change_that_began_here_spares_the_login_that_allowed_it(AuthenticatorChange change, string began)
    {
        Began(began, Moments.After(-400));

        await SendAsync(change, Moments.After(-300));

        // Whoever had proven two factors within ten minutes of its beginning.
        _recorded.Single().EndsLoginsBefore.Should().Be(Moments.After(-400) - RecentMultiFactor.Lifetime);
    }

    [Theory]
    [InlineData(AuthenticatorChange.Removed, "authenticator.enrolment_began")]
    [InlineData(AuthenticatorChange.Added, "authenticator.removal_began")]
    public async Task A_change_of_the_other_kind_that_began_here_spares_nothing(AuthenticatorChange change, string began)
    {
        Began(began, Moments.After(-400));

        await SendAsync(change, Moments.After(-300));

        _recorded.Single().EndsLoginsBefore.Should().Be(Moments.After(-360));
    }

    [Fact]
    public async Task Only_a_change_that_began_here_shortly_before_is_looked_for()
    {
        await SendAsync(AuthenticatorChange.Added, Moments.After(-300));

        _handlers.Events.Verify(events => events.FindLastAsync(
            It.Is<SecurityEvent>(one => one.User == Alice), Moments.After(-300 - (15 * 60)), It.IsAny<CancellationToken>()), Times.Once);
    }

    [Fact]
    public async Task An_authenticator_that_is_changed_is_recorded_and_ends_nothing()
    {
        await SendAsync(AuthenticatorChange.Changed, Moments.Start);

        var notice = _recorded.Single();
        notice.EndsLoginsBefore.Should().BeNull();
        notice.Events.Should().ContainSingle().Which.Should().BeOfType<ProviderAuthenticatorChanged>();
    }

    [Fact]
    public async Task A_provider_whose_clock_is_ahead_ends_no_login_that_is_yet_to_come()
    {
        await SendAsync(AuthenticatorChange.Added, Moments.After(100_000));

        _recorded.Single().EndsLoginsBefore.Should().Be(Moments.After(-60));
    }

    [Fact]
    public async Task A_message_that_came_before_is_told_apart()
    {
        _notices.Setup(notices => notices.RecordAsync(It.IsAny<ProviderNotice>(), It.IsAny<CancellationToken>())).ReturnsAsync(false);

        (await SendAsync(AuthenticatorChange.Added, Moments.Start)).Should().BeOfType<RecordProviderEventOutcome.Repeated>();
    }

    [Fact]
    public async Task Nothing_is_recorded_of_people_who_have_no_account()
    {
        var handler = new RecordProviderEventHandler(_handlers.Accounts.Object, _notices.Object, _handlers.Events.Object, _handlers.Time);

        var outcome = await handler.Handle(
            new RecordProviderEvent("event-1", AuthenticatorChange.Added, new UserId("nobody"), default, Moments.Start),
            TestContext.Current.CancellationToken);

        outcome.Should().BeOfType<RecordProviderEventOutcome.UnknownAccount>();
        _recorded.Should().BeEmpty();
    }

    private void Began(string code, DateTimeOffset at) => _handlers.Events
        .Setup(events => events.FindLastAsync(
            It.Is<SecurityEvent>(one => one.Code == code && one.User == Alice), It.IsAny<DateTimeOffset>(), It.IsAny<CancellationToken>()))
        .ReturnsAsync(at);

    private Task<RecordProviderEventOutcome> SendAsync(AuthenticatorChange change, DateTimeOffset at) =>
        new RecordProviderEventHandler(_handlers.Accounts.Object, _notices.Object, _handlers.Events.Object, _handlers.Time).Handle(
            new RecordProviderEvent("event-1", change, Alice, ProviderMethod.Parse("PASSKEY"), at), TestContext.Current.CancellationToken);
}
