using CleanLogin.Application.Ports;
using CleanLogin.Domain.Login;
using CleanLogin.Infrastructure.Mailing;
using Microsoft.EntityFrameworkCore;

namespace CleanLogin.Infrastructure.Persistence;

/// <summary>Keeps its own context for the request: the version that was read is compared on save.</summary>
internal sealed class LoginTransactionStore(IDbContextFactory<CleanLoginDbContext> contexts, EventWriter events) : ILoginTransactions, IDisposable
{
    private readonly CleanLoginDbContext _context = contexts.CreateDbContext();

    public Task<LoginTransaction?> FindAsync(LoginTransactionId id, CancellationToken ct) =>
        _context.Set<LoginTransaction>().SingleOrDefaultAsync(login => login.Id == id, ct);

    public async Task<bool> SaveAsync(LoginTransaction transaction, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(transaction);
        if (_context.Entry(transaction).State is EntityState.Detached)
        {
            _context.Add(transaction);
        }

        await events.AddAsync(_context, transaction.Events, ct);
        try
        {
            await _context.SaveChangesAsync(ct);
        }
        catch (DbUpdateException conflict) when (conflict is DbUpdateConcurrencyException || UniqueKey.IsViolatedIn(conflict))
        {
            _context.ChangeTracker.Clear();
            return false;
        }

        transaction.MarkSaved();
        return true;
    }

    public void Dispose() => _context.Dispose();
}
