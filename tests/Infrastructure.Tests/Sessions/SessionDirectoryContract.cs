using System.Net;
using CleanLogin.Application.Ports;
using CleanLogin.Domain.Accounts;
using CleanLogin.Infrastructure.Persistence;
using CleanLogin.Infrastructure.Pruning;
using CleanLogin.Infrastructure.Sessions;
using CleanLogin.Infrastructure.Tests.Hosting;
using CleanLogin.Testing;
using CleanLogin.Testing.Builders;
using CleanLogin.Testing.Databases;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace CleanLogin.Infrastructure.Tests.Sessions;

/// <summary>Where a person is signed in, and how that ends, on every database.</summary>
public abstract class SessionDirectoryContract(ITestDatabases databases) : IAsyncLifetime
{
    private static readonly UserId Alice = new("id-of-alice");

    private readonly TemporaryFolder _folder = new();
    private readonly FakeTimeProvider _time = new(Moments.Start);
    private InfrastructureHost? _host;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _host = await InfrastructureHost.StartAsync(databases, _folder.Path, Ct, _time);

    public async ValueTask DisposeAsync()
    {
        if (_host is not null)
        {
            await _host.DisposeAsync();
        }

        _folder.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_person_sees_every_browser_and_this_one_first()
    {
        var here = await SignInAsync("alice", "Here/1.0");
        _time.Advance(TimeSpan.FromMinutes(5));
        await SignInAsync("alice", "There/2.0");
        await SignInAsync("bob", "Elsewhere/3.0");

        var listed = await AskAsync(here, sessions => sessions.ListAsync(Alice, Ct));

        listed.Select(session => (session.IsThisOne, session.UserAgent)).Should().Equal((true, "Here/1.0"), (false, "There/2.0"));
        listed.Should().OnlyContain(session => session.Address!.Equals(IPAddress.Parse("203.0.113.7")));
        listed[0].AuthenticatedAt.Should().Be(Moments.Start);
    }

    [Fact]
    public async Task What_has_run_out_is_not_shown()
    {
        await SignInAsync("alice", "Old/1.0");
        _time.Advance(TimeSpan.FromHours(1));
        var here = await SignInAsync("alice", "New/1.0");

        (await AskAsync(here, sessions => sessions.ListAsync(Alice, Ct))).Should().ContainSingle().Which.IsThisOne.Should().BeTrue();
    }

    [Fact]
    public async Task One_that_is_ended_is_over_and_known_as_ended()
    {
        var here = await SignInAsync("alice", "Here/1.0");
        var there = await SignInAsync("alice", "There/2.0");
        var other = (await AskAsync(here, sessions => sessions.ListAsync(Alice, Ct))).Single(session => !session.IsThisOne);

        (await AskAsync(here, sessions => sessions.EndAsync(Alice, other.Reference, Ct))).Should().BeTrue();

        (await Store.FindAsync(there, Ct)).Should().BeNull();
        (await Store.FindAsync(here, Ct)).Should().NotBeNull();
        (await AskAsync(here, sessions => sessions.IsEndedAsync(other.Reference, Ct))).Should().BeTrue();
        (await AskAsync(here, sessions => sessions.IsEndedAsync(SessionReference.Parse(SessionStore.ReferenceOf(here))!, Ct))).Should().BeFalse();
        (await EventsAsync()).Should().Equal("sessions.one_ended");
    }

    [Fact]
    public async Task Nobody_ends_the_session_of_somebody_else()
    {
        var here = await SignInAsync("alice", "Here/1.0");
        var bobs = await SignInAsync("bob", "There/2.0");

        (await AskAsync(here, sessions => sessions.EndAsync(Alice, SessionReference.Parse(SessionStore.ReferenceOf(bobs))!, Ct))).Should().BeFalse();
        await AskAsync(here, sessions => sessions.EndOthersAsync(Alice, Ct));

        (await Store.FindAsync(bobs, Ct)).Should().NotBeNull();
        (await EventsAsync()).Should().Equal("sessions.others_ended");
    }

    [Fact]
    public async Task All_but_the_one_at_hand_are_ended_at_once()
    {
        var here = await SignInAsync("alice", "Here/1.0");
        var others = new[] { await SignInAsync("alice", "There/2.0"), await SignInAsync("alice", "Elsewhere/3.0") };

        (await AskAsync(here, sessions => sessions.EndOthersAsync(Alice, Ct))).Should().Be(2);

        foreach (var other in others)
        {
            (await Store.FindAsync(other, Ct)).Should().BeNull();
        }

        (await Store.FindAsync(here, Ct)).Should().NotBeNull();
        (await EventsAsync()).Should().Equal("sessions.others_ended");
    }

    [Fact]
    public async Task Fifty_that_end_one_at_once_end_it_once()
    {
        var here = await SignInAsync("alice", "Here/1.0");
        var there = SessionReference.Parse(SessionStore.ReferenceOf(await SignInAsync("alice", "There/2.0")))!;

        var ended = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ =>
            Task.Run(() => AskAsync(here, sessions => sessions.EndAsync(Alice, there, Ct)), Ct)));

        ended.Count(done => done).Should().Be(1);
        (await EventsAsync()).Should().ContainSingle();
    }

    [Fact]
    public async Task That_it_was_ended_is_remembered_for_longer_than_refresh_tokens_live()
    {
        var here = await SignInAsync("alice", "Here/1.0");
        var there = SessionReference.Parse(SessionStore.ReferenceOf(await SignInAsync("alice", "There/2.0")))!;
        await AskAsync(here, sessions => sessions.EndAsync(Alice, there, Ct));
        var pruning = _host!.Services.GetServices<IPrunable>().Single(store => store.Name == "ended sessions");

        _time.Advance(TimeSpan.FromDays(14));
        await pruning.ForgetSomeAsync(Ct);
        (await AskAsync(here, sessions => sessions.IsEndedAsync(there, Ct))).Should().BeTrue();

        _time.Advance(TimeSpan.FromDays(1));
        await pruning.ForgetSomeAsync(Ct);
        (await AskAsync(here, sessions => sessions.IsEndedAsync(there, Ct))).Should().BeFalse();
    }

    private SessionStore Store => _host!.Services.GetRequiredService<SessionStore>();

    private async Task<string> SignInAsync(string name, string userAgent)
    {
        var login = Given.ALoginTransaction().Of(Given.AnAccount().Named(name)).At(_time.GetUtcNow()).Succeeded().Build();
        var (token, _) = await Store.BeginAsync(
            new LoginCompletion(login.Ticket!, name), new LoginOrigin(IPAddress.Parse("203.0.113.7"), userAgent, DeviceId: null), Ct);
        return token;
    }

    // The adapter looks at the browser's request.
    private async Task<T> AskAsync<T>(string token, Func<ISessions, Task<T>> question)
    {
        await using var scope = _host!.Services.CreateAsyncScope();
        var http = new DefaultHttpContext();
        http.Request.Headers.Cookie = "__Host-cleanlogin=" + token;
        scope.ServiceProvider.GetRequiredService<IHttpContextAccessor>().HttpContext = http;
        return await question(scope.ServiceProvider.GetRequiredService<ISessions>());
    }

    private async Task<List<string>> EventsAsync()
    {
        await using var context = _host!.OpenContext();
        return await context.Set<SecurityEventRecord>().OrderBy(happened => happened.Id).Select(happened => happened.Code).ToListAsync(Ct);
    }
}
