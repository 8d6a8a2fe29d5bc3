using CleanLogin.Application.Ports;
using CleanLogin.Domain.Accounts;
using CleanLogin.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CleanLogin.Infrastructure.Throttling;

internal sealed class AddressBudgetStore(IDbContextFactory<CleanLoginDbContext> contexts, AddressLimits limits) : IAddressBudgets
{
    // The generic cell rate algorithm (ITU-T I.371) in one statement, the same on SQLite and PostgreSQL. {0} is block and use, {1} the present,
    // {2} the interval, {3} the tolerance.
    private const string Charge = """
        INSERT INTO "AddressBudgets" ("Key", "Until") VALUES ({0}, {1} + {2})
        ON CONFLICT ("Key") DO UPDATE SET "Until" =
            CASE WHEN "AddressBudgets"."Until" > {1} THEN "AddressBudgets"."Until" ELSE {1} END + {2}
        WHERE "AddressBudgets"."Until" <= {1} + {3}
        """;

    public async Task<AttemptCharge> ChargeAsync(AddressBlock block, AddressUse use, DateTimeOffset now, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(block);
        var limit = limits.For(use);
        if (!limit.IsLimited)
        {
            return new AttemptCharge.Allowed();
        }

        var key = KeyOf(block, use);
        await using var context = contexts.CreateDbContext();
        var (present, tolerance) = (now.ToUnixTimeMilliseconds(), (long)limit.Tolerance.TotalMilliseconds);
        return await context.Database.ExecuteSqlRawAsync(Charge, [key, present, IntervalOf(limit), tolerance], ct) == 1
            ? new AttemptCharge.Allowed()
            : new AttemptCharge.Refused(await PauseAsync(context, key, present + tolerance, ct));
    }

    public async Task RefundAsync(AddressBlock block, AddressUse use, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(block);
        var limit = limits.For(use);
        if (!limit.IsLimited)
        {
            return;
        }

        var (key, interval) = (KeyOf(block, use), IntervalOf(limit));
        await using var context = contexts.CreateDbContext();
        await context.Set<AddressBudgetRecord>()
            .Where(budget => budget.Key == key)
            .ExecuteUpdateAsync(change => change.SetProperty(budget => budget.Until, budget => budget.Until - interval), ct);
    }

    private static string KeyOf(AddressBlock block, AddressUse use) => use switch
    {
        AddressUse.WrongPassword => "password " + block.Value,
        AddressUse.Mail => "mail " + block.Value,
    };

    private static long IntervalOf(AddressLimit limit) => (long)limit.Interval.TotalMilliseconds;

    private static async Task<TimeSpan> PauseAsync(CleanLoginDbContext context, string key, long latest, CancellationToken ct)
    {
        var until = await context.Set<AddressBudgetRecord>()
            .Where(budget => budget.Key == key).Select(budget => budget.Until).SingleOrDefaultAsync(ct);
        return TimeSpan.FromMilliseconds(Math.Max(0, until - latest));
    }
}
