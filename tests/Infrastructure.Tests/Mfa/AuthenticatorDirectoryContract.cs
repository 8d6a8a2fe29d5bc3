using CleanLogin.Application.Ports;
using CleanLogin.Domain.Accounts;
using CleanLogin.Domain.Assurance;
using CleanLogin.Domain.Authenticators;
using CleanLogin.Infrastructure.Tests.Authsignal;
using CleanLogin.Testing;
using CleanLogin.Testing.Builders;
using CleanLogin.Testing.Fakes;

namespace CleanLogin.Infrastructure.Tests.Mfa;

/// <summary>What whoever keeps people's authenticators has to keep to: the fake, this server's own database, the hosted service.</summary>
public abstract class AuthenticatorDirectoryContract : IAsyncLifetime
{
    private protected static readonly Account Alice = Given.AnAccount().Build();
    private protected static readonly Account Bob = Given.AnAccount().Named("bob").Build();

    private protected static CancellationToken Ct => TestContext.Current.CancellationToken;

    private protected StoppedClock Time { get; } = new();

    private protected abstract IAuthenticatorDirectory Directory { get; }

    public abstract ValueTask InitializeAsync();

    public abstract ValueTask DisposeAsync();

    [Fact]
    public async Task Who_has_none_has_an_empty_list() => (await IdsAsync(Alice)).Should().BeEmpty();

    [Fact]
    public async Task What_is_enrolled_is_listed_with_what_it_proves_and_nobody_elses_is()
    {
        var app = await EnrolAsync(Alice);
        await EnrolAsync(Bob);

        var listed = (await Directory.ListAsync(Alice.Id, Ct)).Should().BeOfType<AuthenticatorListing.Listed>().Subject.Authenticators;

        var one = listed.Should().ContainSingle().Subject;
        one.Id.Should().Be(app);
        one.Method.Should().Be(AuthenticationMethod.OneTimePassword);
        one.EnrolledAt.Should().Be(Moments.Start);
        one.IsFactor.Should().BeTrue();
    }

    [Fact]
    public async Task One_that_is_removed_is_gone_and_unknown_from_then_on()
    {
        var app = await EnrolAsync(Alice);

        (await Directory.RemoveAsync(Evidence(Alice), app, Ct)).Should().BeOfType<AuthenticatorRemoval.Removed>();

        (await IdsAsync(Alice)).Should().BeEmpty();
        (await Directory.RemoveAsync(Evidence(Alice), app, Ct)).Should().BeOfType<AuthenticatorRemoval.Unknown>();
    }

    [Fact]
    public async Task The_evidence_of_one_person_removes_nothing_of_another()
    {
        var app = await EnrolAsync(Alice);

        (await Directory.RemoveAsync(Evidence(Bob), app, Ct)).Should().BeOfType<AuthenticatorRemoval.Unknown>();

        (await IdsAsync(Alice)).Should().Equal(app);
    }

    [Theory]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData("../../id-of-bob/authenticators")]
    [InlineData("a%2Fb?c#d")]
    public async Task A_name_that_means_something_in_a_path_is_unknown(string name)
    {
        var app = await EnrolAsync(Alice);

        (await Directory.RemoveAsync(Evidence(Alice), AuthenticatorId.Parse(name)!, Ct)).Should().BeOfType<AuthenticatorRemoval.Unknown>();

        (await IdsAsync(Alice)).Should().Equal(app);
    }

    [Fact]
    public async Task Asking_where_to_add_one_adds_none()
    {
        var start = await Directory.BeginEnrolmentAsync(Enrolment(Alice, Alice), Ct);

        (start is EnrolmentStart.At).Should().Be(Directory.OffersEnrolment);
        (start is EnrolmentStart.NotOffered).Should().Be(!Directory.OffersEnrolment);
        (await IdsAsync(Alice)).Should().BeEmpty();
    }

    [Fact]
    public async Task The_evidence_of_one_person_leads_nowhere_for_another() =>
        ((await Directory.BeginEnrolmentAsync(Enrolment(Bob, Alice), Ct)) is EnrolmentStart.At).Should().BeFalse();

    private protected static RecentMultiFactor Evidence(Account account) =>
        RecentMultiFactor.From(account.Id, AssuranceLevel.MultiFactor, Moments.Start, Moments.Start)!;

    private protected static AuthenticatorEnrolment Enrolment(Account by, Account account) => new(
        Evidence(by), account, new LoginOrigin(null, "Browser/1.0", DeviceId: null), new Uri("https://login.example.org/Manage/Authenticators/Return"));

    private protected async Task<IEnumerable<AuthenticatorId>> IdsAsync(Account account) =>
        (await Directory.ListAsync(account.Id, Ct)).Should().BeOfType<AuthenticatorListing.Listed>().Subject.Authenticators.Select(one => one.Id);

    /// <summary>The person has an authenticator app from now on.</summary>
    private protected abstract Task<AuthenticatorId> EnrolAsync(Account account);
}

/// <summary>What a directory that can be out of reach promises besides.</summary>
public abstract class RemoteAuthenticatorDirectoryContract : AuthenticatorDirectoryContract
{
    [Fact]
    public async Task An_outage_is_an_answer_and_no_empty_list()
    {
        var app = await EnrolAsync(Alice);

        TakeDown();

        (await Directory.ListAsync(Alice.Id, Ct)).Should().BeOfType<AuthenticatorListing.Unavailable>();
        (await Directory.BeginEnrolmentAsync(Enrolment(Alice, Alice), Ct)).Should().BeOfType<EnrolmentStart.Unavailable>();
        (await Directory.RemoveAsync(Evidence(Alice), app, Ct)).Should().BeOfType<AuthenticatorRemoval.Unavailable>();
    }

    private protected abstract void TakeDown();
}

public sealed class FakeAuthenticatorDirectoryTests : RemoteAuthenticatorDirectoryContract
{
    private readonly FakeAuthenticatorDirectory _directory;

    public FakeAuthenticatorDirectoryTests() => _directory = new FakeAuthenticatorDirectory(Time);

    private protected override IAuthenticatorDirectory Directory => _directory;

    public override ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private protected override Task<AuthenticatorId> EnrolAsync(Account account) =>
        Task.FromResult(_directory.Enrol(account.Id, AuthenticationMethod.OneTimePassword));

    private protected override void TakeDown() => _directory.IsDown = true;
}
