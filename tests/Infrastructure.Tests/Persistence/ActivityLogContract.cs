using System.Net;
using CleanLogin.Application.Ports;
using CleanLogin.Domain.Accounts;
using CleanLogin.Domain.Login;
using CleanLogin.Domain.SecurityEvents;
using CleanLogin.Infrastructure.Mailing;
using CleanLogin.Infrastructure.Pruning;
using CleanLogin.Infrastructure.Tests.Hosting;
using CleanLogin.Testing;
using CleanLogin.Testing.Databases;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace CleanLogin.Infrastructure.Tests.Persistence;

/// <summary>What an owner sees of what was recorded, on every database.</summary>
public abstract class ActivityLogContract(ITestDatabases databases) : IAsyncLifetime
{
    private const int All = 100;

    private static readonly UserId Alice = new("id-of-alice");
    private static readonly UserId Bob = new("id-of-bob");

    private readonly TemporaryFolder _folder = new();
    private readonly FakeTimeProvider _time = new(Moments.Start);
    private InfrastructureHost? _host;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private IActivityLog Log => _host!.Services.GetRequiredService<IActivityLog>();

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
    public async Task The_owner_sees_what_happened_and_from_where_newest_first_and_nothing_of_anybody_else()
    {
        await RecordAsync(new PasswordRejected(Moments.Start, Alice, DenialReason.InvalidCredentials), "203.0.113.7");
        await RecordAsync(new PasswordRejected(Moments.Start, Bob, DenialReason.InvalidCredentials), "203.0.113.8");
        await RecordAsync(new PasswordRejected(Moments.Start, null, DenialReason.InvalidCredentials), "203.0.113.8");
        await RecordAsync(new PasswordChanged(Moments.After(60), Alice), "2001:db8::1");

        var listed = await Log.ListAsync(Alice, before: null, All, Ct);

        listed.Select(entry => (entry.What, entry.At, entry.Address, entry.UserAgent)).Should().Equal(
            (Activity.PasswordChanged, Moments.After(60), IPAddress.Parse("2001:db8::1"), "Browser/1.0"),
            (Activity.WrongPassword, Moments.Start, IPAddress.Parse("203.0.113.7"), "Browser/1.0"));
    }

    [Fact]
    public async Task What_is_a_step_on_the_way_is_not_shown()
    {
        await RecordAsync(new MfaChallengeIssued(Moments.Start, Alice, null), "203.0.113.7");

        (await Log.ListAsync(Alice, before: null, All, Ct)).Should().BeEmpty();
    }

    [Fact]
    public async Task One_page_follows_on_the_other()
    {
        for (var number = 0; number < 5; number++)
        {
            await RecordAsync(new PasswordChanged(Moments.After(number), Alice), "203.0.113.7");
        }

        var first = await Log.ListAsync(Alice, before: null, 3, Ct);
        var second = await Log.ListAsync(Alice, first[^1].Number, 3, Ct);

        first.Concat(second).Select(entry => entry.At).Should().Equal(Enumerable.Range(0, 5).Reverse().Select(number => Moments.After(number)));
    }

    [Fact]
    public async Task What_somebody_else_reports_is_from_nowhere()
    {
        using (In("203.0.113.7"))
        {
            await using var context = _host!.OpenContext();
            await _host.Services.GetRequiredService<EventWriter>().AddReportedAsync(context, [new PasswordChanged(Moments.Start, Alice)], Ct);
            await context.SaveChangesAsync(Ct);
        }

        (await Log.ListAsync(Alice, before: null, All, Ct)).Should().ContainSingle().Which.Address.Should().BeNull();
    }

    [Fact]
    public async Task Addresses_and_browsers_are_forgotten_and_what_happened_is_not()
    {
        await RecordAsync(new PasswordChanged(Moments.Start, Alice), "203.0.113.7");
        var pruning = _host!.Services.GetServices<IPrunable>().Single(store => store.Name == "addresses of security events");
        _time.SetUtcNow(Moments.Start.AddDays(90).AddSeconds(-1));
        await pruning.ForgetSomeAsync(Ct);
        (await Log.ListAsync(Alice, before: null, All, Ct)).Should().ContainSingle().Which.Address.Should().NotBeNull();

        _time.SetUtcNow(Moments.Start.AddDays(90));
        await pruning.ForgetSomeAsync(Ct);

        var left = (await Log.ListAsync(Alice, before: null, All, Ct)).Should().ContainSingle().Subject;
        (left.What, left.Address, left.UserAgent).Should().Be((Activity.PasswordChanged, null, null));
    }

    private async Task RecordAsync(SecurityEvent happened, string address)
    {
        using var request = In(address);
        await _host!.Services.GetRequiredService<ISecurityEvents>().RecordAsync(happened, Ct);
    }

    private Request In(string address) => new(_host!.Services.GetRequiredService<IHttpContextAccessor>(), address);

    /// <summary>A request from an address, while it lasts.</summary>
    private sealed class Request : IDisposable
    {
        private readonly IHttpContextAccessor _accessor;

        public Request(IHttpContextAccessor accessor, string address)
        {
            _accessor = accessor;
            _accessor.HttpContext = new DefaultHttpContext { Connection = { RemoteIpAddress = IPAddress.Parse(address) } };
            _accessor.HttpContext.Request.Headers.UserAgent = "Browser/1.0";
        }

        public void Dispose() => _accessor.HttpContext = null;
    }
}
