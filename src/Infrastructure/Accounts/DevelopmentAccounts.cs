using CleanLogin.Domain.Accounts;
using CleanLogin.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CleanLogin.Infrastructure.Accounts;

/// <summary>The two people of the guide, whose passwords are their names.</summary>
internal sealed class DevelopmentAccounts(IPasswordHasher hasher)
{
    private static readonly (string Id, string Name, string DisplayName)[] People =
    [
        ("a11ce000-0000-4000-8000-000000000001", "alice", "Alice Smith"),
        ("b0b00000-0000-4000-8000-000000000002", "bob", "Bob Jones"),
    ];

    /// <summary>Adds whoever is missing; an account that is there stays as it is.</summary>
    public async Task SeedAsync(CleanLoginDbContext context, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(context);
        var present = await context.Users.Select(user => user.Id).ToListAsync(ct);
        context.Users.AddRange(People.Where(person => !present.Contains(person.Id)).Select(Account));
        await context.SaveChangesAsync(ct);
    }

    /// <summary>
    /// Refuses a database that was used in Development: whoever read the guide could sign in. An account that is out of use, or whose
    /// password was changed, does no harm.
    /// </summary>
    /// <exception cref="InvalidOperationException">There are such accounts; the message names them.</exception>
    public async Task RefuseAsync(CleanLoginDbContext context, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(context);
        var ids = People.Select(person => person.Id).ToList();
        var usable = await context.Users.AsNoTracking().Where(user => ids.Contains(user.Id) && user.IsActive && user.PasswordHash != null).ToListAsync(ct);
        var known = usable.Where(HasKnownPassword).Select(user => user.UserName).Order(StringComparer.Ordinal).ToList();
        if (known.Count > 0)
        {
            throw new InvalidOperationException(
                $"This database was used in Development and holds accounts whose passwords everybody knows: {string.Join(", ", known)}. "
                + "Take another database or Data:Folder, or delete these rows of AspNetUsers.");
        }
    }

    private bool HasKnownPassword(AccountRecord user) =>
        hasher.Verify(new PasswordDigest(user.PasswordHash!), PlainPassword.Parse(NameOf(user.Id))!) is not PasswordMatch.No;

    private static string NameOf(string id) => People.Single(person => person.Id == id).Name;

    private AccountRecord Account((string Id, string Name, string DisplayName) person) => new()
    {
        Id = person.Id,
        UserName = person.Name,
        NormalizedUserName = person.Name.ToUpperInvariant(),
        DisplayName = person.DisplayName,
        Email = person.Name + "@example.com",
        NormalizedEmail = (person.Name + "@example.com").ToUpperInvariant(),
        EmailConfirmed = true,
        PasswordHash = hasher.Hash(PlainPassword.Parse(person.Name)!).Reveal(),
    };
}
