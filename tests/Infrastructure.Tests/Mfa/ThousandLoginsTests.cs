using System.Collections.Concurrent;
using CleanLogin.Application.Login.Begin;
using CleanLogin.Application.Login.CompleteMfa;
using CleanLogin.Application.Mfa;
using CleanLogin.Application.Mfa.VerifyTotp;
using CleanLogin.Application.Pipeline;
using CleanLogin.Authsignal.Emulator;
using CleanLogin.Authsignal.Emulator.Control;
using CleanLogin.Authsignal.Emulator.Knobs;
using CleanLogin.Domain.Assurance;
using CleanLogin.Domain.Authenticators;
using CleanLogin.Domain.Login;
using CleanLogin.Domain.Mfa;
using CleanLogin.Infrastructure.Authsignal;
using CleanLogin.Infrastructure.Tests.Authsignal;

namespace CleanLogin.Infrastructure.Tests.Mfa;

/// <summary>
/// Five hundred logins under each rule, some of them dishonest, while the hosted service is slowed, killed, started again and made to hang.
/// </summary>
public sealed class ThousandLoginsTests : IAsyncLifetime
{
    private const int People = 500;

    private static readonly AuthsignalTimings Timings = new(
        TimeSpan.FromMilliseconds(1200), TimeSpan.FromMilliseconds(500), TimeSpan.FromMilliseconds(1), TimeSpan.FromMilliseconds(100))
    {
        Break = TimeSpan.FromMilliseconds(500),
    };

    // Many times the deadline of a call: what takes so long on a busy machine has none.
    private static readonly TimeSpan Hanging = TimeSpan.FromSeconds(10);

    private readonly ConcurrentDictionary<int, Ending> _endings = [];
    private readonly RunningClock _time = new();
    private EmulatorHost? _service;
    private Landscape? _server;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private Landscape Server => _server!;

    public async ValueTask InitializeAsync() => await StartServiceAsync(port: 0);

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }

        await KillServiceAsync();
    }

    [Theory]
    [InlineData("Refuse")]
    [InlineData("BuiltIn")]
    public async Task Whatever_becomes_of_the_service_no_login_hangs_and_none_gets_more_than_it_has_earned(string whenUnavailable)
    {
        var (api, ui) = (_service!.ApiAddress, _service.BaseAddress);
        _server = await Landscape.StartAsync(api, ui.Authority, whenUnavailable, Timings, _time, Ct);
        await Server.AddPeopleAsync(Enumerable.Range(0, People).Select(number => (NameOf(number), HasApp(number))), Ct);

        await LogInAsync(0, 100);
        Break(new Fault { Delay = TimeSpan.FromMilliseconds(30) });
        await LogInAsync(100, 40);
        Break(new Fault { Status = 503, Times = 20 });
        await LogInAsync(140, 40);
        Break();
        await Task.WhenAll(LogInAsync(180, 100), When(230, KillServiceAsync));
        await LogInAsync(280, 60);
        await Task.WhenAll(LogInAsync(340, 60), When(370, () => StartServiceAsync(ui.Port)));
        Break(Fault.Hanging);
        await LogInAsync(400, 40);
        Break();
        await LogInOneByOneAsync(440, 60);

        _endings.Should().HaveCount(People);
        _endings.Values.Where(ending => ending.IsAgainst(whenUnavailable)).Should().BeEmpty();
        _endings.Values.Where(ending => ending.Level != LevelGivenTo(ending.Person)).Should().BeEmpty();
        await ExpectEveryKindAsync(whenUnavailable);
    }

    // A run in which nothing failed, or nothing was given, would prove nothing.
    private async Task ExpectEveryKindAsync(string whenUnavailable)
    {
        var endings = _endings.Values;
        endings.Should().Contain(ending => ending.Person >= 440 && !ending.ByOwnPages && ending.Level >= AssuranceLevel.MultiFactor);
        endings.Should().Contain(ending => ending.Denial == DenialReason.ProviderUnavailable);
        endings.Should().Contain(ending => ending.IsDishonest && ending.Denial != null);
        endings.Any(ending => ending.ByOwnPages && ending.Level == AssuranceLevel.MultiFactor).Should().Be(whenUnavailable == "BuiltIn");
        (await Server.CountEventsAsync("login.mfa.fell_back", Ct)).Should().Be(endings.Count(ending => ending.ByOwnPages));
    }

    private Task LogInAsync(int first, int count) => Parallel.ForEachAsync(
        Enumerable.Range(first, count),
        new ParallelOptions { MaxDegreeOfParallelism = 16, CancellationToken = Ct },
        async (person, ct) => await LogInAsync(person, ct));

    // Spread over more time than the circuit stays open.
    private async Task LogInOneByOneAsync(int first, int count)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(30));
        for (var person = first; person < first + count; person++)
        {
            await timer.WaitForNextTickAsync(Ct);
            await LogInAsync(person, Ct);
        }
    }

    private async Task LogInAsync(int person, CancellationToken ct)
    {
        var begun = await Server.SendAsync(Landscape.Login(NameOf(person)), ct).WaitAsync(Hanging, ct);
        var ending = begun switch
        {
            BeginLoginOutcome.Denied denied => new Ending(person, ByOwnPages: false, null, denied.Reason),
            BeginLoginOutcome.ChallengeRequired { Url.IsAbsoluteUri: true } challenge => await AnswerHostedAsync(person, challenge, ct),
            BeginLoginOutcome.ChallengeRequired challenge => await AnswerOwnAsync(person, challenge, ct),
            _ => throw new InvalidOperationException("Nobody gets in without a second step here."),
        };
        _endings.TryAdd(person, ending).Should().BeTrue();
    }

    private async Task<Ending> AnswerHostedAsync(int person, BeginLoginOutcome.ChallengeRequired challenge, CancellationToken ct)
    {
        // A right code of the built-in provider is no answer to a challenge of the hosted one.
        var code = new SecretField<TotpCode>(Server.Code, TotpCode.Parse);
        (await Server.SendAsync(new VerifyTotp(challenge.Transaction, challenge.Secret, code), ct)).Should().BeOfType<CodeOutcome.Denied>();

        var byMail = person % 5 == 0;
        var token = IsDishonest(person) ? null : _service?.Control.Complete(new CompletedAction
        {
            UserId = "id-of-" + NameOf(person),
            Action = Tenant.Action,
            IdempotencyKey = challenge.Transaction.Value.ToString("D"),
            VerificationMethod = byMail ? "EMAIL_OTP" : "AUTHENTICATOR_APP",
        });
        var method = byMail ? AuthenticationMethod.Email : AuthenticationMethod.OneTimePassword;
        return await CompleteAsync(person, byOwnPages: false, challenge, token, method, ct);
    }

    private async Task<Ending> AnswerOwnAsync(int person, BeginLoginOutcome.ChallengeRequired challenge, CancellationToken ct)
    {
        var code = new SecretField<TotpCode>(IsDishonest(person) ? "000000" : Server.Code, TotpCode.Parse);
        var verified = await Server.SendAsync(new VerifyTotp(challenge.Transaction, challenge.Secret, code), ct).WaitAsync(Hanging, ct);
        var token = (verified as CodeOutcome.Accepted)?.Token.Reveal();
        return await CompleteAsync(person, byOwnPages: true, challenge, token, AuthenticationMethod.OneTimePassword, ct);
    }

    private async Task<Ending> CompleteAsync(
        int person, bool byOwnPages, BeginLoginOutcome.ChallengeRequired challenge, string? token, AuthenticationMethod method, CancellationToken ct)
    {
        var outcome = await Server
            .SendAsync(new CompleteMfaChallenge(challenge.Transaction, challenge.Secret, ChallengeToken.Parse(token ?? "forged")), ct)
            .WaitAsync(Hanging, ct);
        return outcome.Match(
            _ => new Ending(person, byOwnPages, token is null ? AuthenticationMethod.Password : method, null),
            denied => new Ending(person, byOwnPages, null, denied.Reason));
    }

    private async Task When(int person, Func<Task> happens)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(5));
        while (!_endings.ContainsKey(person))
        {
            await timer.WaitForNextTickAsync(Ct);
        }

        await happens();
    }

    private async Task StartServiceAsync(int port)
    {
        var service = await EmulatorHost.StartAsync(time: _time, port: port, ct: Ct);
        foreach (var person in Enumerable.Range(0, People))
        {
            service.Control.Seed(new SeedUser
            {
                UserId = "id-of-" + NameOf(person),
                Authenticators = [new SeedAuthenticator { VerificationMethod = "AUTHENTICATOR_APP" }],
            });
        }

        _service = service;
    }

    private async Task KillServiceAsync()
    {
        if (Interlocked.Exchange(ref _service, null) is { } service)
        {
            await service.DisposeAsync();
        }
    }

    private void Break(params Fault[] faults) => _service!.Control.Configure(knobs => knobs with { Faults = faults });

    private AssuranceLevel LevelGivenTo(int person) =>
        Server.Completed.TryGetValue("id-of-" + NameOf(person), out var completed) ? completed.Ticket.Methods.Level : AssuranceLevel.None;

    private static string NameOf(int person) => $"person{person}";

    private static bool HasApp(int person) => person % 2 == 0;

    private static bool IsDishonest(int person) => person % 7 == 3;

    /// <summary>How a login ended.</summary>
    /// <param name="Person">Whose it was.</param>
    /// <param name="ByOwnPages">Whether the built-in provider asked.</param>
    /// <param name="Proven">What was really proven as the second step; the password alone where a forged token was let through.</param>
    /// <param name="Denial">Why it was refused, if it was.</param>
    private sealed record Ending(int Person, bool ByOwnPages, AuthenticationMethod? Proven, DenialReason? Denial)
    {
        public bool IsDishonest => ThousandLoginsTests.IsDishonest(Person);

        /// <summary>What it has earned.</summary>
        public AssuranceLevel Level => Proven is null
            ? AssuranceLevel.None
            : AuthenticationMethods.Of(AuthenticationMethod.Password, Proven).Level;

        public bool IsAgainst(string whenUnavailable) =>
            (ByOwnPages && (whenUnavailable == "Refuse" || !HasApp(Person)))
            || (IsDishonest && Denial is null)
            || Denial is not (null or DenialReason.ProviderUnavailable or DenialReason.UnknownToken);
    }
}
