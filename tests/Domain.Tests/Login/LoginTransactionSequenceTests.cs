using CleanLogin.Domain.Assurance;
using CleanLogin.Domain.Login;
using CleanLogin.Domain.SecurityEvents;
using CleanLogin.Testing;
using CleanLogin.Testing.Builders;
using CsCheck;

namespace CleanLogin.Domain.Tests.Login;

public sealed class LoginTransactionSequenceTests
{
    // Calls in any order, each some seconds after the one before: the sequences run over the moment of expiry, too.
    private static readonly Gen<(Call Call, int Seconds)[]> Sequences =
        Gen.Select(Gen.Enum<Call>(), Gen.Int[0, 120]).Array[1, 14];

    private static readonly Gen<AssuranceLevel> Levels = Gen.Enum<AssuranceLevel>();

    [Fact]
    public void No_sequence_of_calls_leaves_a_final_state() => Run((before, login) =>
    {
        if (before.State is LoginState.Succeeded or LoginState.Denied or LoginState.Expired)
        {
            login.State.Should().Be(before.State);
            login.Version.Should().Be(before.Version);
        }
    });

    [Fact]
    public void Every_change_raises_one_event_and_counts_one_version() => Run((before, login) =>
    {
        var events = login.Events.Skip(before.Events).Where(raised => raised is not BrowserMismatchSeen);
        events.Should().HaveCount(login.Version - before.Version).And.HaveCountLessThanOrEqualTo(1);
        if (login.State != before.State)
        {
            login.Version.Should().Be(before.Version + 1);
        }
    });

    [Fact]
    public void No_sequence_of_calls_gives_more_than_one_success_or_one_below_its_level() => Run((_, login) =>
    {
        login.Events.OfType<LoginSucceeded>().Should().HaveCountLessThanOrEqualTo(1);
        if (login.Ticket is { } ticket)
        {
            (ticket.Methods.Level >= login.RequiredLevel).Should().BeTrue();
            ticket.AuthenticatedAt.Should().BeBefore(login.ExpiresAt);
            ticket.User.Should().Be(login.User);
        }
    });

    [Fact]
    public void No_sequence_of_calls_takes_back_what_was_proven() => Run((before, login) =>
        login.Methods.Items.Take(before.Methods.Count).Should().Equal(before.Methods));

    private static void Run(Action<Snapshot, LoginTransaction> check) =>
        Gen.Select(Levels, Sequences).Sample((level, calls) =>
        {
            var login = Given.ALoginTransaction().Requiring(level).Build();
            var now = Moments.Start;
            foreach (var (call, seconds) in calls)
            {
                now = now.AddSeconds(seconds);
                var before = new Snapshot(login.State, login.Version, login.Events.Count, login.Methods.Items);
                login.Apply(call, now);
                check(before, login);
            }
        });

    private sealed record Snapshot(
        LoginState State, int Version, int Events, IReadOnlyList<AuthenticationMethod> Methods);
}
