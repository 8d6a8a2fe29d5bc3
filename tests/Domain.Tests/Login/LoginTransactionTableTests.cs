using System.Reflection;
using CleanLogin.Domain.Login;
using CleanLogin.Domain.Mfa;
using CleanLogin.Testing;
using CleanLogin.Testing.Builders;

namespace CleanLogin.Domain.Tests.Login;

public sealed class LoginTransactionTableTests
{
    // "-": no transaction can stand there, since such a login is never let through.
    private const string Unreachable = "-";

    public static TheoryData<LoginState, Call> Cells()
    {
        var cells = new TheoryData<LoginState, Call>();
        foreach (var state in Enum.GetValues<LoginState>())
        {
            foreach (var call in Enum.GetValues<Call>())
            {
                cells.Add(state, call);
            }
        }

        return cells;
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public void Every_call_in_every_state_does_what_the_table_says(LoginState state, Call call)
    {
        var expected = LoginTransactionTable.Cell(state.ToString(), call.ToString());
        if (expected == Unreachable)
        {
            Reach(state, call).State.Should().NotBe(state);
            return;
        }

        var login = Reach(state, call);
        var before = login.Version;
        var answer = login.Apply(call, Moments.Start);

        Describe(state, login, answer).Should().Be(expected);
        login.Version.Should().Be(before + (IsChange(expected) ? 1 : 0));
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public void From_the_moment_of_expiry_nothing_else_happens_to_an_open_login(LoginState state, Call call)
    {
        var login = Reach(state, call);
        var isOpen = login.State is LoginState.PasswordVerified or LoginState.MfaChallenged;
        var isStranger = LoginTransactionTable.Cell("MfaChallenged", call.ToString()).Contains("WrongBrowser", StringComparison.Ordinal);
        var before = login.State;

        var answer = login.Apply(call, login.ExpiresAt);

        login.State.Should().Be(isOpen && !isStranger ? LoginState.Expired : before);
        answer.Should().NotBeNull();
        login.Ticket.Should().Match(ticket => (ticket != null) == (before == LoginState.Succeeded));
        if (isOpen && !isStranger)
        {
            login.Events.Should().ContainSingle().Which.Code.Should().Be("login.expired");
        }
    }

    [Fact]
    public void The_table_has_a_column_for_every_state() =>
        LoginTransactionTable.States.Should().Equal(Enum.GetNames<LoginState>());

    [Fact]
    public void The_table_has_a_row_for_every_call() =>
        LoginTransactionTable.Calls.Should().Equal(Enum.GetNames<Call>());

    [Fact]
    public void Every_method_that_can_change_a_login_is_in_the_table()
    {
        var methods = typeof(LoginTransaction)
            .GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Where(method => !method.IsSpecialName)
            .Select(method => method.Name);

        methods.Should().BeEquivalentTo(
            nameof(LoginTransaction.AskFor),
            nameof(LoginTransaction.SucceedWithoutMfa),
            nameof(LoginTransaction.Deny),
            nameof(LoginTransaction.Admit),
            nameof(LoginTransaction.Complete),
            nameof(LoginTransaction.RecordRecovery),
            nameof(LoginTransaction.MarkSaved));
    }

    [Fact]
    public void Every_verdict_is_in_the_table() =>
        typeof(ChallengeVerdict).GetNestedTypes().Select(type => type.Name).Should().BeEquivalentTo(
            nameof(ChallengeVerdict.Passed),
            nameof(ChallengeVerdict.Failed),
            nameof(ChallengeVerdict.UnknownToken),
            nameof(ChallengeVerdict.Abandoned),
            nameof(ChallengeVerdict.Unavailable));

    private static LoginTransaction Reach(LoginState state, Call call)
    {
        var builder = Given.ALoginTransaction().Requiring(Calls.LevelFor(call));
        if (state is LoginState.Succeeded && call is Call.SucceedWithoutMfaBelowLevel)
        {
            // Reached by a second step, which is enough for what is asked.
            return builder.Succeeded().Build();
        }

        builder = builder.In(state);
        return call is Call.ThirdUnknownToken
            ? builder.LedBy(login => login.Apply(Call.UnknownToken, Moments.Start))
                .LedBy(login => login.Apply(Call.UnknownToken, Moments.Start)).Build()
            : builder.Build();
    }

    private static string Describe(LoginState before, LoginTransaction login, Transition? answer)
    {
        var ending = answer?.Match(moved => $"to {moved.To}", refused => $"no {refused.Reason}") ?? "yes";
        login.State.Should().Be(answer?.Match(moved => moved.To, refused => before) ?? before);
        login.Events.Should().HaveCountLessThanOrEqualTo(1);
        return login.Events is [var only] ? $"{ending} [{only.GetType().Name}]" : ending;
    }

    // A stranger's attempt is told, but it is no change of the login.
    private static bool IsChange(string cell) =>
        cell.Contains('[', StringComparison.Ordinal) && !cell.Contains("WrongBrowser", StringComparison.Ordinal);
}
