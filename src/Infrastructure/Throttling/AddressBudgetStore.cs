using CleanLogin.Application.Ports;
using CleanLogin.Domain.Accounts;
using CleanLogin.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CleanLogin.Infrastructure.Throttling;

internal sealed class AddressBudgetStore(IDbContextFactory<CleanLoginDbContext> contexts, AddressLimit limit) : IAddressBudgets
{
    // The generic cell rate algorithm (ITU-T I.371) in one statement, the same on SQLite and PostgreSQL. {0} is the block, {1} the present,
    // {2} the interval, {3} the tolerance.
    private const string Charge = """
        INSERT INTO "AddressBudgets" ("Block", "Until") VALUES ({0}, {1} + {2})
        ON CONFLICT ("Block") DO UPDATE SET "Until" =
            CASE WHEN "AddressBudgets"."Until" > {1} THEN "AddressBudgets"."Until" ELSE {1} END + {2}
        WHERE "AddressBudgets"."Until" <= {1} + {3}
        """;

    public async Task<AttemptCharge> ChargeAsync(AddressBlock block, DateTimeOffset now, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(block);
        if (!limit.IsLimited)
        {
            return new AttemptCharge.Allowed();
        }

        await using var context = contexts.CreateDbContext();
        var (present, tolerance) = (now.ToUnixTimeMilliseconds(), (long)limit.Tolerance.TotalMilliseconds);
        return await context.Database.ExecuteSqlRawAsync(Charge, [block.Value, present, Interval, tolerance], ct) == 1
            ? new AttemptCharge.Allowed()
            : new AttemptCharge.Refused(await PauseAsync(context, block, present + tolerance, ct));
    }

    public async Task RefundAsync(AddressBlock block, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(block);
        if (!limit.IsLimited)
        {
            return;
        }

        await using var context = contexts.CreateDbContext();
        await context.Set<AddressBudgetRecord>()
            .Where(budget => budget.Block == block.Value)
            .ExecuteUpdateAsync(change => change.SetProperty(budget => budget.Until, budget => budget.Until - Interval), ct);
    }

    private long Interval => (long)limit.Interval.TotalMilliseconds;

    private static async Task<TimeSpan> PauseAsync(CleanLoginDbContext context, AddressBlock block, long latest, CancellationToken ct)
    {
        var until = await context.Set<AddressBudgetRecord>()
            .Where(budget => budget.Block == block.Value).Select(budget => budget.Until).SingleOrDefaultAsync(ct);
        return TimeSpan.FromMilliseconds(Math.Max(0, until - latest));
    }
}
