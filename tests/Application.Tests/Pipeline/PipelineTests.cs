using CleanLogin.Application.Login.Begin;
using CleanLogin.Application.Pipeline;
using CleanLogin.Application.Ports;
using CleanLogin.Domain.Login;
using FluentValidation;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace CleanLogin.Application.Tests.Pipeline;

public sealed class PipelineTests
{
    private const string Canary = "canary-0123456789";

    private readonly CollectedLogger<TelemetryBehavior<BeginLogin, BeginLoginOutcome>> _logs = new();
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public async Task A_command_of_the_wrong_shape_never_reaches_its_handler()
    {
        var reached = false;

        var outcome = await ValidateAsync(Command(username: null, password: null), () => reached = true);

        reached.Should().BeFalse();
        outcome.Should().BeOfType<BeginLoginOutcome.Invalid>().Which.Faults.Select(fault => fault.Field)
            .Should().Equal(nameof(BeginLogin.Username), nameof(BeginLogin.Password));
    }

    [Fact]
    public async Task A_command_of_the_right_shape_reaches_its_handler()
    {
        var reached = false;

        var outcome = await ValidateAsync(Command("alice", "secret"), () => reached = true);

        reached.Should().BeTrue();
        outcome.Should().BeOfType<BeginLoginOutcome.Denied>();
    }

    [Fact]
    public async Task Every_validator_is_heard()
    {
        var behavior = new ValidationBehavior<BeginLogin, BeginLoginOutcome>([new Faulty("first"), new Faulty("second")]);

        var outcome = await behavior.Handle(
            Command("alice", "secret"), TestContext.Current.CancellationToken, () => Task.FromResult<BeginLoginOutcome>(Denied()));

        outcome.Should().BeOfType<BeginLoginOutcome.Invalid>().Which.Faults.Select(fault => fault.Message).Should().Equal("first", "second");
    }

    [Fact]
    public async Task Telemetry_tells_request_outcome_and_time_and_nothing_of_their_content()
    {
        var outcome = new BeginLoginOutcome.ChallengeRequired(
            new Uri("https://mfa.example/?token=" + Canary),
            new LoginTransactionId(Guid.Empty),
            BrowserSecret.From(new byte[BrowserSecret.Size]),
            DateTimeOffset.UnixEpoch);

        await TraceAsync(Command(Canary, Canary), () =>
        {
            _time.Advance(TimeSpan.FromMilliseconds(12.5));
            return Task.FromResult<BeginLoginOutcome>(outcome);
        });

        _logs.Lines.Should().Equal("BeginLogin ended as ChallengeRequired after 12.5 ms");
        _logs.Values.Should().OnlyContain(value => !value.Contains(Canary, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_fault_passes_through_untouched()
    {
        var act = () => TraceAsync(Command("alice", "secret"), () => throw new InvalidOperationException("broken"));

        await act.Should().ThrowAsync<InvalidOperationException>().WithMessage("broken");
    }

    private static BeginLogin Command(string? username, string? password) => new(
        username, Typed.Password(password), ReturnUrl.Home, RememberMe: false, new LoginOrigin(null, Canary, null));

    private static BeginLoginOutcome.Denied Denied() => new(DenialReason.InvalidCredentials);

    private static Task<BeginLoginOutcome> ValidateAsync(BeginLogin command, Action reached) =>
        new ValidationBehavior<BeginLogin, BeginLoginOutcome>([new BeginLoginValidator()]).Handle(
            command,
            TestContext.Current.CancellationToken,
            () =>
            {
                reached();
                return Task.FromResult<BeginLoginOutcome>(Denied());
            });

    private Task<BeginLoginOutcome> TraceAsync(BeginLogin command, MediatR.RequestHandlerDelegate<BeginLoginOutcome> next) =>
        new TelemetryBehavior<BeginLogin, BeginLoginOutcome>(_time, _logs).Handle(command, TestContext.Current.CancellationToken, next);

    private sealed class Faulty : AbstractValidator<BeginLogin>
    {
        public Faulty(string message) => RuleFor(command => command.Username).Must(_ => false).WithMessage(message);
    }

    private sealed class CollectedLogger<T> : ILogger<T>
    {
        public List<string> Lines { get; } = [];

        public List<string> Values { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            Lines.Add(formatter(state, exception));
            Values.AddRange(((IEnumerable<KeyValuePair<string, object?>>)state!).Select(pair => $"{pair.Key}={pair.Value}"));
        }
    }
}
