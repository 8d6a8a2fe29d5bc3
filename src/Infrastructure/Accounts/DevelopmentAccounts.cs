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
