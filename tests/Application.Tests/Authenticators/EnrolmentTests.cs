using CleanLogin.Application.Authenticators;
using CleanLogin.Application.Authenticators.BeginEnrolment;
using CleanLogin.Application.Authenticators.CompleteEnrolment;
using CleanLogin.Application.Login;
using CleanLogin.Application.Ports;
using CleanLogin.Domain.Assurance;
using CleanLogin.Domain.SecurityEvents;
using CleanLogin.Testing;
using Moq;
using static CleanLogin.Application.Tests.Authenticators.AuthenticatorsWorld;

namespace CleanLogin.Application.Tests.Authenticators;

public sealed class EnrolmentTests
{
    private static readonly Uri Settings = new("https://mfa.example.com/?token=secret");
    private static readonly LoginOrigin Origin = new(null, null, null);

    private readonly AuthenticatorsWorld _world = new();

    [Fact]
    public async Task Who_has_just_proven_two_factors_is_sent_to_the_providers_pages_and_that_is_recorded()
    {
        _world.SignedIn();
        Answers(new EnrolmentStart.At(Settings));

        (await BeginAsync()).Should().BeOfType<BeginEnrolmentOutcome.Begun>().Which.Url.Should().Be(Settings);

        _world.Directory.Verify(directory => directory.BeginEnrolmentAsync(
            It.Is<AuthenticatorEnrolment>(enrolment => enrolment.By.User == Alice.Id
                && enrolment.Account == Alice
                && enrolment.Return == new Uri("https://login.example.org/Manage/Authenticators/Return")),
            It.IsAny<CancellationToken>()));
        _world.Recorded.Should().Equal(new AuthenticatorEnrolmentBegan(Moments.Start, Alice.Id));
    }

    [Fact]
    public async Task Nobody_signed_in_has_to_sign_in() =>
        (await BeginAsync()).Should().BeOfType<BeginEnrolmentOutcome.LoginNeeded>();

    [Fact]
    public async Task An_old_login_has_to_be_repeated()
    {
        _world.SignedIn();
        _world.Time.Advance(RecentMultiFactor.Lifetime);

        (await BeginAsync()).Should().BeOfType<BeginEnrolmentOutcome.LoginNeeded>();
        _world.Directory.VerifyNoOtherCalls();
    }

    [Fact]
    public async Task While_a_new_password_is_due_nothing_is_added()
    {
        _world.SignedIn();
        _world.Knows(Alice with { IsPasswordDue = true });

        (await BeginAsync()).Should().BeOfType<BeginEnrolmentOutcome.LoginNeeded>();
        _world.Directory.VerifyNoOtherCalls();
    }

    [Fact]
    public async Task A_refusal_stays_one()
    {
        _world.SignedIn();
        Answers(new EnrolmentStart.Refused());
        (await BeginAsync()).Should().BeOfType<BeginEnrolmentOutcome.Refused>();

        Answers(new EnrolmentStart.NotOffered());
        (await BeginAsync()).Should().BeOfType<BeginEnrolmentOutcome.Refused>();

        Answers(new EnrolmentStart.Unavailable());
        (await BeginAsync()).Should().BeOfType<BeginEnrolmentOutcome.Unavailable>();
        _world.Recorded.Should().BeEmpty();
    }

    [Fact]
    public async Task What_was_added_since_the_login_is_recorded_once()
    {
        var added = An(AuthenticationMethod.SyncedPasskey, "new", Moments.Start.AddMinutes(2));
        _world.SignedIn();
        _world.Has(An(AuthenticationMethod.OneTimePassword, "old"), added);
        _world.Time.Advance(TimeSpan.FromMinutes(3));

        await CompleteAsync();
        _world.Events.Setup(events => events.IsRecordedAsync(It.IsAny<SecurityEvent>(), It.IsAny<CancellationToken>())).ReturnsAsync(true);
        await CompleteAsync();

        _world.Recorded.Should().Equal(new AuthenticatorEnrolled(Moments.Start.AddMinutes(3), Alice.Id, added.Id));
    }

    [Fact]
    public async Task Who_is_not_signed_in_records_nothing_by_coming_back()
    {
        await CompleteAsync();

        _world.Directory.VerifyNoOtherCalls();
        _world.Recorded.Should().BeEmpty();
    }

    private void Answers(EnrolmentStart start) => _world.Directory
        .Setup(directory => directory.BeginEnrolmentAsync(It.IsAny<AuthenticatorEnrolment>(), It.IsAny<CancellationToken>()))
        .ReturnsAsync(start);

    private Task<BeginEnrolmentOutcome> BeginAsync() =>
        new BeginEnrolmentHandler(
                _world.StepUp,
                _world.Directory.Object,
                _world.Events.Object,
                new ServerAddress(new Uri("https://login.example.org/")),
                _world.Time)
            .Handle(new BeginEnrolment(Origin), TestContext.Current.CancellationToken);

    private Task<MediatR.Unit> CompleteAsync() =>
        new CompleteEnrolmentHandler(
                _world.Server.Object, _world.Directory.Object, new AddedAuthenticators(_world.Events.Object, _world.Time))
            .Handle(new CompleteEnrolment(), TestContext.Current.CancellationToken);
}
