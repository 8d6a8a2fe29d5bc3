using System.Net;
using CleanLogin.Application.Ports;
using CleanLogin.Domain.Accounts;
using CleanLogin.Infrastructure.Pruning;
using CleanLogin.Infrastructure.Tests.Hosting;
using CleanLogin.Infrastructure.Throttling;
using CleanLogin.Testing;
using CleanLogin.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace CleanLogin.Infrastructure.Tests.Throttling;

/// <summary>What one block of addresses may get wrong, on every database.</summary>
public abstract class AddressBudgetContract(ITestDatabases databases) : IAsyncLifetime
{
    private static readonly AddressBlock Household = AddressBlock.Of(IPAddress.Parse("203.0.113.7"))!;
    private static readonly AddressBlock Neighbours = AddressBlock.Of(IPAddress.Parse("203.0.114.7"))!;
    private static readonly TimeSpan Interval = new AddressLimit(AddressLimit.DefaultWrongPasswords).Interval;

    private readonly TemporaryFolder _folder = new();
    private readonly FakeTimeProvider _time = new(Moments.Start);
    private InfrastructureHost? _host;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private IAddressBudgets Budgets => _host!.Services.GetRequiredService<IAddressBudgets>();

    public async ValueTask InitializeAsync() =>
        _host = await InfrastructureHost.StartAsync(databases, _folder.Path, Ct, _time);

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
    public async Task However_many_come_at_once_no_more_than_the_limit_are_let_through()
    {
        var charges = await Task.WhenAll(Enumerable.Range(0, 2 * AddressLimit.DefaultWrongPasswords).Select(_ => Task.Run(() => ChargeAsync(Household), Ct)));

        charges.OfType<AttemptCharge.Allowed>().Should().HaveCount(AddressLimit.DefaultWrongPasswords);
        charges.OfType<AttemptCharge.Refused>().Should().AllBeEquivalentTo(new AttemptCharge.Refused(Interval));
        (await ChargeAsync(Neighbours)).Should().BeOfType<AttemptCharge.Allowed>();
    }

    [Fact]
    public async Task Each_use_is_counted_by_itself()
    {
        await UseUpAsync();

        for (var mail = 0; mail < AddressLimit.DefaultMails; mail++)
        {
            (await ChargeAsync(Household, AddressUse.Mail)).Should().BeOfType<AttemptCharge.Allowed>();
        }

        (await ChargeAsync(Household, AddressUse.Mail)).Should().Be(new AttemptCharge.Refused(new AddressLimit(AddressLimit.DefaultMails).Interval));
    }

    [Fact]
    public async Task What_is_used_up_comes_back_evenly()
    {
        await UseUpAsync();
        _time.Advance(Interval - TimeSpan.FromSeconds(1));
        (await ChargeAsync(Household)).Should().Be(new AttemptCharge.Refused(TimeSpan.FromSeconds(1)));

        _time.Advance(TimeSpan.FromSeconds(1));

        (await ChargeAsync(Household)).Should().BeOfType<AttemptCharge.Allowed>();
        (await ChargeAsync(Household)).Should().Be(new AttemptCharge.Refused(Interval));
    }

    [Fact]
    public async Task A_success_is_given_back()
    {
        await UseUpAsync();

        await Budgets.RefundAsync(Household, AddressUse.WrongPassword, Ct);

        (await ChargeAsync(Household)).Should().BeOfType<AttemptCharge.Allowed>();
        (await ChargeAsync(Household)).Should().BeOfType<AttemptCharge.Refused>();
    }

    [Fact]
    public async Task Many_successes_earn_no_credit()
    {
        for (var success = 0; success < 10; success++)
        {
            await ChargeAsync(Household);
            await Budgets.RefundAsync(Household, AddressUse.WrongPassword, Ct);
        }

        await UseUpAsync();
    }

    [Fact]
    public async Task An_address_is_kept_for_no_longer_than_its_failures_count()
    {
        await ChargeAsync(Household);
        var pruning = _host!.Services.GetServices<IPrunable>().Single(store => store.Name == "counts of addresses");
        _time.Advance(Interval - TimeSpan.FromSeconds(1));
        await pruning.ForgetSomeAsync(Ct);
        (await CountAsync()).Should().Be(1);

        _time.Advance(TimeSpan.FromSeconds(1));
        await pruning.ForgetSomeAsync(Ct);

        (await CountAsync()).Should().Be(0);
    }

    private Task<AttemptCharge> ChargeAsync(AddressBlock block, AddressUse use = AddressUse.WrongPassword) =>
        Budgets.ChargeAsync(block, use, _time.GetUtcNow(), Ct);

    private async Task UseUpAsync()
    {
        for (var failure = 0; failure < AddressLimit.DefaultWrongPasswords; failure++)
        {
            (await ChargeAsync(Household)).Should().BeOfType<AttemptCharge.Allowed>();
        }

        (await ChargeAsync(Household)).Should().BeOfType<AttemptCharge.Refused>();
    }

    private async Task<int> CountAsync()
    {
        await using var context = _host!.OpenContext();
        return await context.Set<AddressBudgetRecord>().CountAsync(Ct);
    }
}
